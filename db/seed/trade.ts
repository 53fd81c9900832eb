import type { Area } from '#app/domain/places/areas.ts'
import type { SectorCode } from '#app/domain/taxonomy/sectors.ts'

/** What people of one profession bring along, and how many of them live in each part of Piemonte. */
export type Trade = {
  profession: string
  people: Record<Area, number>
  /** Skills that nearly all have, and those that about half have. */
  sure: readonly string[]
  likely: readonly string[]
  sectors: readonly SectorCode[]
  /** What their plans want to learn next. */
  plan: readonly string[]
}

/** A line of the two lists. */
export type TradeRow = [
  profession: string,
  people: readonly [torino: number, northEast: number, south: number],
  sectors: readonly SectorCode[],
  sure: readonly string[],
  likely: readonly string[],
  plan: readonly string[],
]
