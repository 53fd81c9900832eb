import { and, eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { torinoCalendar } from '../calendar/working-days.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { followUpMove } from './states.ts'

/**
 * Puts a follow-up off to the first working hour from `until` on. It keeps its place: it is the same one, later.
 * @throws DomainError not_found for an unknown one, conflict when it is over or under way, invalid without a reason.
 */
export async function postponeFollowUp(
  tx: Tx,
  { id, until, reason }: { id: FollowUpId; until: Date; reason: string },
): Promise<void> {
  authorise(tx, 'follow_up.act')
  const [row] = await tx.select().from(followUps).where(eq(followUps.id, id)).for('update')
  if (!row) notFound()
  const move = followUpMove(row.state, 'postponed', 'person', reason)
  if (!move.ok && move.why === 'reason_needed') {
    throw new DomainError('invalid', 'follow_ups_refused_reason_needed', 'reason')
  }
  if (!move.ok || row.releasedAt) throw new DomainError('conflict', 'follow_ups_refused_not_a_move')
  await tx
    .update(followUps)
    .set({ dueAt: torinoCalendar.nextSendTime(until), postponedReason: reason.trim() })
    .where(and(eq(followUps.id, id), eq(followUps.state, row.state)))
  await audit(tx, { action: 'follow_up.postponed', subjectType: 'follow_up', subjectId: id })
}
