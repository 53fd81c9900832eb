import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { HOUR } from '../shared/durations.ts'
import { DomainError } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { cancelTurnsAfter } from './cancel-follow-ups.server.ts'
import { isHireTalk, noteHireTalk } from './hire-talk.server.ts'
import { lockFollowUp, type FollowUpRow } from './lock-follow-up.server.ts'

/** How long somebody can take back what she has just settled. */
const UNDO_WITHIN = HOUR

/** Whether `userId` may still take back what she did: a task that she settled or skipped a moment ago; never a message. */
const isUndoable = (row: FollowUpRow, userId: string, at: Date): boolean =>
  row.kind === 'task' &&
  (row.state === 'done' || row.state === 'skipped') &&
  row.doneBy === userId &&
  row.doneAt !== null &&
  +at - +row.doneAt < UNDO_WITHIN

/**
 * Undoes "done" or "skipped": a slip of the finger must not lose a task.
 * @throws DomainError conflict for a message, for what a colleague settled, and after an hour.
 */
export async function reopenFollowUp(tx: Tx, id: FollowUpId): Promise<void> {
  const { row, actor } = await lockFollowUp(tx, id)
  if (!isUndoable(row, actor.userId, now())) throw new DomainError('conflict', 'relationship_undo_too_late')
  const postponedReason = row.state === 'skipped' ? null : row.postponedReason
  await tx
    .update(followUps)
    .set({ state: 'planned', doneAt: null, doneBy: null, postponedReason })
    .where(eq(followUps.id, id))
  await cancelTurnsAfter(tx, row)
  await audit(tx, { action: 'follow_up.reopened', subjectType: 'follow_up', subjectId: id })
  await emit(tx, 'company.plan_due', { companyId: row.companyId })
  await keepScore(tx, row.companyId)
  if (isHireTalk(row.ruleKey) && row.state === 'done') {
    await noteHireTalk(tx, { orgId: actor.orgId, placementId: row.subjectId }, 'undone')
  }
}
