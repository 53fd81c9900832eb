import { and, eq, inArray, lt } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustSlope, type TrustSlope } from './slope.ts'
import { trustHistories, trustKindsInForce } from './trust-history.server.ts'

/**
 * Where each company's trust is heading at `at`: from its history and from what is overdue. It is not kept on the row,
 * because time alone changes it.
 */
export async function slopesOf(
  tx: Tx,
  companyIds: readonly CompanyId[],
  at: Date,
): Promise<Map<CompanyId, TrustSlope>> {
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
    [...histories].map(([id, events]) => [id, trustSlope(events, dueOf.get(id) ?? [], at, kinds)]),
  )
}
