import { and, eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { addMonths, atLocal, localDate, type IsoDate } from '../calendar/rome.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustKind } from '../trust/event-kinds.ts'
import { explain, whatMovesNext } from '../trust/explain.ts'
import { scoreLine } from '../trust/score-line.ts'
import type { TrustEvent } from '../trust/score.ts'
import { trustSlope } from '../trust/slope.ts'
import type { TrustStage } from '../trust/stages.ts'
import { trustHistory, trustKindsInForce } from '../trust/trust-history.server.ts'

/** Two years, a point a month. */
const POINTS = 24
/** How many events are named each way; a page of them would explain nothing. */
const MOST_NAMED = 5

/**
 * A company's score at `at` with everything that explains it: what counts most, what would move it next, where it is
 * heading, and its line over 24 months, the last point being `at` itself.
 */
export async function trustReport(tx: Tx, companyId: CompanyId, stage: TrustStage, at: Date) {
  const kinds = await trustKindsInForce(tx)
  const events = await trustHistory(tx, companyId, at)
  const open = await tx
    .select({ dueAt: followUps.dueAt })
    .from(followUps)
    .where(and(eq(followUps.companyId, companyId), eq(followUps.state, 'planned')))
  const due = open.map(({ dueAt }) => dueAt)
  const today = localDate(at)
  const dates = Array.from({ length: POINTS }, (_, index) => addMonths(today, index + 1 - POINTS))
  const scores = scoreLine(
    events,
    dates.map((date) => (date === today ? at : atLocal(date, '12:00'))),
    kinds,
  )
  return {
    explanation: explain(events, at, kinds, MOST_NAMED),
    next: whatMovesNext(kinds, events, at, stage),
    slope: trustSlope(events, due, at, kinds),
    /** Nothing has happened yet: the score is where everybody begins. */
    unknown: events.length === 0,
    line: dates.map((date, index) => ({
      date,
      score: scores[index] ?? 50,
      /** What happened since the point before. */
      causes: causesBetween(events, dates[index - 1] ?? addMonths(date, -1), date, today === date),
    })),
  }
}

/** The kinds of events after one day up to another, each once with how often; what happens today counts today. */
function causesBetween(events: readonly TrustEvent[], after: IsoDate, upTo: IsoDate, today: boolean) {
  const from = +atLocal(after, '12:00')
  const to = today ? Infinity : +atLocal(upTo, '12:00')
  const counts = new Map<TrustKind, number>()
  for (const { kind, occurredAt } of events) {
    if (+occurredAt > from && +occurredAt <= to) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, times]) => ({ kind, times }))
}
