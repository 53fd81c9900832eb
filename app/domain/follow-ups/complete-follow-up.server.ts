import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Records that a task has been done, by whoever did it. Doing it again changes nothing.
 * @throws DomainError not_found for an unknown one, conflict when it was cancelled or skipped meanwhile, refused for a
 * message, which only its sending completes.
 */
export async function completeFollowUp(tx: Tx, id: FollowUpId): Promise<void> {
  authorise(tx, 'follow_up.act')
  const [row] = await tx.select().from(followUps).where(eq(followUps.id, id)).for('update')
  if (!row) notFound()
  if (row.kind !== 'task') throw new DomainError('refused', 'follow_ups_refused_not_by_you')
  if (row.state === 'done') return
  if (row.state !== 'planned') throw new DomainError('conflict', 'follow_ups_refused_not_a_move')
  await tx
    .update(followUps)
    .set({ state: 'done', doneAt: now(), doneBy: userIdOf(tx.actor) })
    .where(and(eq(followUps.id, id), eq(followUps.state, 'planned')))
  await audit(tx, { action: 'follow_up.done', subjectType: 'follow_up', subjectId: id })
}
