import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { allowMove, lockFollowUp } from './lock-follow-up.server.ts'

/**
 * Leaves out a task, or a message that has not left, with the reason; what comes next with its company is planned at once.
 * @throws DomainError conflict when it is over already.
 */
export async function skipFollowUp(tx: Tx, id: FollowUpId, reason: string): Promise<void> {
  const { row, actor } = await lockFollowUp(tx, id)
  allowMove(row, 'skipped', reason)
  await tx
    .update(followUps)
    .set({ state: 'skipped', postponedReason: reason, doneAt: now(), doneBy: actor.userId })
    .where(eq(followUps.id, id))
  await audit(tx, { action: 'follow_up.skipped', subjectType: 'follow_up', subjectId: id })
  await emit(tx, 'company.plan_due', { companyId: row.companyId })
  await keepScore(tx, row.companyId)
}
