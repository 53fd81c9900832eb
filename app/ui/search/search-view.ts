import type { Marked } from '#app/domain/search/highlight.ts'
import type { Correction } from '#app/domain/search/result.ts'

/** The kinds of things found, by the word that the address says them with. */
export const foundKinds = [
  'opportunita',
  'aziende',
  'persone',
  'storie',
  'professioni',
  'competenze',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** One thing found: where it leads, its name with what was typed marked, and what tells it from others. */
export type Found = { to: string; title: Marked[]; detail: string }
export type FoundGroup = { kind: FoundKind; total: number; results: Found[] }

/** What a search shows, on its page and under the box. */
export type SearchView = {
  /** What was typed, as far as it was looked for. */
  text: string
  groups: FoundGroup[]
  total: number
  corrections: Correction[]
  partial: boolean
}
