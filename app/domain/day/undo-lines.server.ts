import { and, eq, gt, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { dayActs } from '#db/schema/day.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { reopenFollowUp } from '../follow-ups/reopen-follow-up.server.ts'
import { stillAtWork } from '../follow-ups/task-assignee.server.ts'
import { HOUR } from '../shared/durations.ts'
import { DomainError } from '../shared/errors.ts'
import type { FollowUpId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { unseeMatches } from '../standing/notices.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { keptOf, type Kept } from './settle-task.server.ts'

/** How long somebody can take back what she has just done. */
const UNDO_WITHIN = HOUR

/** Which acts somebody may still take back. */
export const undoable = (batchId: string, userId: UserId) =>
  and(
    eq(dayActs.batchId, batchId),
    eq(dayActs.userId, userId),
    isNull(dayActs.undoneAt),
    gt(dayActs.at, new Date(+now() - UNDO_WITHIN)),
  )

/**
 * Takes back what was done to some lines in one go: a slip of the finger must not lose a task.
 * @throws DomainError conflict after an hour, for what was taken back already, and where a colleague has gone on since.
 */
export async function undoLines(tx: Tx, batchId: string): Promise<void> {
  const { userId } = actingStaff(tx, 'follow_up.act')
  const acts = await tx.select().from(dayActs).where(undoable(batchId, userId)).for('update')
  if (acts.length === 0) throw new DomainError('conflict', 'relationship_undo_too_late')
  for (const act of acts) {
    const { kind, subjectId, before, after } = act
    if (kind === 'task') await restore(tx, subjectId as FollowUpId, act)
    else if (kind === 'match') await unseeMatches(tx, before?.seenAt ? new Date(before.seenAt) : null)
    else if (after?.taskId) await takeBack(tx, after.taskId as FollowUpId)
  }
  await tx.update(dayActs).set({ undoneAt: now() }).where(undoable(batchId, userId))
}

type Act = typeof dayActs.$inferSelect

const same = (a: Kept | null, b: Kept | null): boolean =>
  a !== null && b !== null && Object.keys(a).every((column) => a[column] === b[column])

/** Puts a task back as it stood; what was settled is reopened by its own command, which knows what hangs on it. */
async function restore(tx: Tx, id: FollowUpId, { act, before, after }: Act): Promise<void> {
  if (!before || !same(await keptOf(tx, id), after)) throw new DomainError('conflict', 'day_undo_moved_on')
  const { dueAt, doneAt, ...rest } = before
  const assignee = await stillAtWork(tx, {
    assigneeId: rest.assigneeId as UserId | null,
    assigneeOrgId: rest.assigneeOrgId as OrganisationId | null,
  })
  if (act === 'done' || act === 'skipped') await reopenFollowUp(tx, id)
  else await audit(tx, { action: 'follow_up.reopened', subjectType: 'follow_up', subjectId: id })
  const [row] = await tx
    .update(followUps)
    .set({
      ...(rest as Partial<typeof followUps.$inferInsert>),
      ...assignee,
      dueAt: new Date(dueAt ?? ''),
      doneAt: doneAt ? new Date(doneAt) : null,
    })
    .where(eq(followUps.id, id))
    .returning({ companyId: followUps.companyId })
  // What is overdue weighs on where the company is heading.
  if (row) await keepScore(tx, row.companyId)
}

/** A task that was made by handing a line on goes again, unless the colleague has settled it. */
async function takeBack(tx: Tx, id: FollowUpId): Promise<void> {
  const [gone] = await tx
    .update(followUps)
    .set({ state: 'cancelled', why: 'settled', doneAt: now() })
    .where(and(eq(followUps.id, id), eq(followUps.state, 'planned')))
    .returning({ id: followUps.id })
  if (!gone) throw new DomainError('conflict', 'day_undo_moved_on')
  await audit(tx, { action: 'follow_up.reopened', subjectType: 'follow_up', subjectId: id })
}
