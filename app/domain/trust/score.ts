import { DAY } from '#app/domain/shared/durations.ts'
import type { TrustKind, TrustKinds } from './event-kinds.ts'

/** One thing that happened with a company. Times are instants, as a Date or in milliseconds. */
export type TrustEvent = {
  id: string
  kind: TrustKind
  occurredAt: Date | number
  /** Set when the event was corrected or withdrawn: it then counts for no day, past ones included. */
  withdrawnAt: Date | number | null
}

export type Contribution = { event: TrustEvent; ageDays: number; value: number }

/** `sum` is S of the rule; `score` is 0 to 100, 50 when nothing is known; `contributions` in order of time. */
export type TrustScore = { score: number; sum: number; contributions: Contribution[] }

/** Sums are kept on this grid, so that their last bits depend neither on the order of adding nor on the machine. */
const GRID = 1e6

/**
 * The score of `sum`: 50 + 50·tanh(sum/40), written as the logistic curve that is the same function. In this form each
 * step of the arithmetic is monotone, so a larger sum never scores lower by a rounding error.
 */
export const scoreOf = (sum: number): number => 100 / (1 + Math.exp(-sum / 20))

const byTimeThenId = (a: TrustEvent, b: TrustEvent) =>
  +a.occurredAt - +b.occurredAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * How alive a company's relationship is at `at`: the events up to then, each weight × 2^(−age/half-life), added up.
 * Events of the future and withdrawn ones do not count; the order of `events` does not matter. Never fails.
 */
export function trustScore(events: readonly TrustEvent[], at: Date | number, kinds: TrustKinds): TrustScore {
  const contributions = events
    .filter((event) => event.withdrawnAt === null && +event.occurredAt <= +at)
    .sort(byTimeThenId)
    .map((event) => {
      const { weight, halfLifeDays } = kinds[event.kind]
      const ageDays = (+at - +event.occurredAt) / DAY
      return { event, ageDays, value: weight * 2 ** (-ageDays / halfLifeDays) }
    })
  const exact = contributions.reduce((sum, { value }) => sum + value, 0)
  const sum = Math.round(exact * GRID) / GRID || 0
  return { score: scoreOf(sum), sum, contributions }
}
