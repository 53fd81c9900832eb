import { and, eq, inArray, lt } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustScore } from './score.ts'
import { trustSlope, type TrustSlope } from './slope.ts'
import { trustHistories, trustKindsInForce } from './trust-history.server.ts'

/** How alive a relationship is, 0 to 100, and where it is heading. */
export type TrustToday = { score: number; slope: TrustSlope }

/**
 * Score and slope of companies at `at`, from their whole history and from what is overdue: what their rows keep can be
 * proven by it. Needs a transaction that may read the events: of staff, or of our own processes.
 */
export async function trustToday(
  tx: Tx,
  companyIds: readonly CompanyId[],
  at: Date,
): Promise<Map<CompanyId, TrustToday>> {
  const ids = [...companyIds]
  if (ids.length === 0) return new Map()
  const kinds = await trustKindsInForce(tx)
  const histories = await trustHistories(tx, ids, at)
  const overdue = await tx
    .select({ companyId: followUps.companyId, dueAt: followUps.dueAt })
    .from(followUps)
    .where(and(inArray(followUps.companyId, ids), eq(followUps.state, 'planned'), lt(followUps.dueAt, at)))
  const dueOf = new Map<CompanyId, Date[]>()
  for (const { companyId, dueAt } of overdue) dueOf.set(companyId, [...(dueOf.get(companyId) ?? []), dueAt])
  return new Map(
    [...histories].map(([id, events]) => [
      id,
      {
        score: trustScore(events, at, kinds).score,
        slope: trustSlope(events, dueOf.get(id) ?? [], at, kinds),
      },
    ]),
  )
}
