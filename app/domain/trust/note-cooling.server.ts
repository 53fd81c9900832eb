import { and, desc, eq, inArray } from 'drizzle-orm'
import { auditLog } from '#db/schema/operations.ts'
import { audit } from '../audit/record.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustSlope } from './slope.ts'
import { trustHistories, trustKindsInForce } from './trust-history.server.ts'

/** The acts by which the audit log remembers when a company's score began to cool and when that was over. */
export const COOLING = { began: 'company.cooling', ended: 'company.cooling_ended' } as const

/**
 * Notes which of these companies have begun to cool since they were last looked at, and which no longer do, by the rule
 * of the slope with nothing overdue: an overdue task must not bring forth another. The same day twice changes nothing.
 * @returns how many began.
 */
export async function noteCooling(tx: Tx, companyIds: readonly CompanyId[], at: Date): Promise<number> {
  if (companyIds.length === 0) return 0
  const kinds = await trustKindsInForce(tx)
  const histories = await trustHistories(tx, companyIds, at)
  const known = await noted(tx, companyIds)
  let began = 0
  for (const id of companyIds) {
    const slope = trustSlope(histories.get(id) ?? [], [], at, kinds)
    const cools = slope === 'cooling' || slope === 'at_risk'
    if (cools === known.has(id)) continue
    if (cools) began++
    await audit(tx, { action: cools ? COOLING.began : COOLING.ended, subjectType: 'company', subjectId: id })
  }
  return began
}

/** The companies whose last note says that they cool. */
async function noted(tx: Tx, companyIds: readonly CompanyId[]): Promise<Set<string>> {
  const rows = await tx
    .selectDistinctOn([auditLog.subjectId], { id: auditLog.subjectId, action: auditLog.action })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, 'company'),
        inArray(auditLog.subjectId, [...companyIds]),
        inArray(auditLog.action, Object.values(COOLING)),
      ),
    )
    .orderBy(auditLog.subjectId, desc(auditLog.at), desc(auditLog.seq))
  return new Set(rows.flatMap(({ id, action }) => (id && action === COOLING.began ? [id] : [])))
}
