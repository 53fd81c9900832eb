import type { TrustKinds } from './event-kinds.ts'
import { trustScore, type TrustEvent } from './score.ts'
import { trustSlope, type TrustSlope } from './slope.ts'

/** How alive a relationship is, 0 to 100, and where it is heading. */
export type TrustToday = { score: number; slope: TrustSlope }

/** Score and slope at `at` of a company with these events, whose open follow-ups are due at `due`. */
export const todayOf = (
  events: readonly TrustEvent[],
  due: readonly Date[],
  at: Date,
  kinds: TrustKinds,
): TrustToday => ({
  score: trustScore(events, at, kinds).score,
  slope: trustSlope(events, due, at, kinds),
})

export type Impact<Company> = { company: Company; before: TrustToday; after: TrustToday }

/** A tenth of a point is what a page shows: less is no change to a reader. */
const FELT = 0.1

export type ImpactSummary<Company> = {
  companies: number
  /** Whose score changes by what can be read. */
  moved: number
  /** Who is said to warm, cool or be at risk and was not, or the other way round. */
  slopes: number
  /** Those whose score changes most, the greatest change first. */
  most: Impact<Company>[]
}

/** What a change of weights does to all companies together. */
export function summaryOf<Company>(
  impacts: readonly Impact<Company>[],
  most: number,
): ImpactSummary<Company> {
  const change = ({ before, after }: Impact<Company>) => Math.abs(after.score - before.score)
  const moved = impacts.filter((impact) => change(impact) >= FELT)
  return {
    companies: impacts.length,
    moved: moved.length,
    slopes: impacts.filter(({ before, after }) => before.slope !== after.slope).length,
    most: moved.toSorted((a, b) => change(b) - change(a)).slice(0, most),
  }
}
