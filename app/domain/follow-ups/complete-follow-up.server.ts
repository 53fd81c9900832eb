import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { isHireTalk, noteHireTalk } from './hire-talk.server.ts'
import { allowMove, lockFollowUp } from './lock-follow-up.server.ts'

/** Settles a task; what comes next with its company is planned at once. @throws DomainError conflict when it is over already, or when it is a message. */
export async function completeFollowUp(tx: Tx, id: FollowUpId): Promise<void> {
  const { row, actor } = await lockFollowUp(tx, id)
  if (row.kind === 'message') throw new DomainError('conflict', 'follow_ups_refused_not_by_you')
  allowMove(row, 'done')
  await tx
    .update(followUps)
    .set({ state: 'done', doneAt: now(), doneBy: actor.userId })
    .where(eq(followUps.id, id))
  await audit(tx, { action: 'follow_up.done', subjectType: 'follow_up', subjectId: id })
  await emit(tx, 'company.plan_due', { companyId: row.companyId })
  await keepScore(tx, row.companyId)
  if (isHireTalk(row.ruleKey)) {
    await noteHireTalk(tx, { orgId: actor.orgId, placementId: row.subjectId }, 'held')
  }
}
