import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { emit } from '../outbox/emit.server.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { mayLeaveAt } from './office-hours.server.ts'

/** Hands one message to the outbox, once. */
export async function releaseFollowUp(tx: Tx, id: FollowUpId): Promise<void> {
  const released = await tx
    .update(followUps)
    .set({ releasedAt: now() })
    .where(and(eq(followUps.id, id), eq(followUps.state, 'planned'), isNull(followUps.releasedAt)))
    .returning({ id: followUps.id })
  if (released.length > 0) await emit(tx, 'follow_up.due', { followUpId: id })
}

/**
 * Hands the messages that have come due to the outbox, earliest first; what keeps office hours waits for them. Sweepers side
 * by side skip each other's rows.
 * @returns how many.
 */
export async function releaseDueFollowUps(tx: Tx, limit: number): Promise<number> {
  const at = now()
  const due = await tx
    .select({ id: followUps.id })
    .from(followUps)
    .where(
      and(
        eq(followUps.state, 'planned'),
        eq(followUps.kind, 'message'),
        lte(followUps.dueAt, at),
        isNull(followUps.releasedAt),
        mayLeaveAt(at),
      ),
    )
    .orderBy(asc(followUps.dueAt))
    .limit(limit)
    .for('update', { skipLocked: true })
  for (const { id } of due) await releaseFollowUp(tx, id)
  return due.length
}
