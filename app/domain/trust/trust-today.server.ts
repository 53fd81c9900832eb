import { and, eq, inArray, lt } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustHistories, trustKindsInForce } from './trust-history.server.ts'
import { todayOf, type TrustToday } from './weight-impact.ts'

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
  const dueOf = await overdueOf(tx, ids, at)
  return new Map([...histories].map(([id, events]) => [id, todayOf(events, dueOf.get(id) ?? [], at, kinds)]))
}

/** When the follow-ups of companies that are overdue at `at` were due. */
export async function overdueOf(
  tx: Tx,
  companyIds: readonly CompanyId[],
  at: Date,
): Promise<Map<CompanyId, Date[]>> {
  const overdue = await tx
    .select({ companyId: followUps.companyId, dueAt: followUps.dueAt })
    .from(followUps)
    .where(
      and(
        inArray(followUps.companyId, [...companyIds]),
        eq(followUps.state, 'planned'),
        lt(followUps.dueAt, at),
      ),
    )
  const dueOf = new Map<CompanyId, Date[]>()
  for (const { companyId, dueAt } of overdue) dueOf.set(companyId, [...(dueOf.get(companyId) ?? []), dueAt])
  return dueOf
}
