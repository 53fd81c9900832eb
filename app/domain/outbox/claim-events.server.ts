import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { outbox } from '#db/schema/operations.ts'
import type { OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Takes up to `limit` events that wait for the queue, oldest first, so that no other relay takes them for `lease`
 * milliseconds. Relays side by side skip each other's rows.
 * @returns their ids.
 */
export async function claimEvents(
  tx: Tx,
  { limit, lease }: { limit: number; lease: number },
): Promise<OutboxId[]> {
  const at = now()
  const found = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'pending'),
        lte(outbox.availableAt, at),
        or(isNull(outbox.leaseUntil), lt(outbox.leaseUntil, at)),
      ),
    )
    .orderBy(asc(outbox.availableAt))
    .limit(limit)
    .for('update', { skipLocked: true })
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  await tx
    .update(outbox)
    .set({ leaseUntil: new Date(at.getTime() + lease) })
    .where(inArray(outbox.id, ids))
  return ids
}

/** Notes that claimed events are in the queue. A worker may have been quicker: what it has ended or put off stays so. */
export async function markQueued(tx: Tx, ids: readonly OutboxId[], lease: number): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(outbox)
    .set({ state: 'queued', leaseUntil: new Date(now().getTime() + lease) })
    .where(and(inArray(outbox.id, [...ids]), eq(outbox.state, 'pending'), isNotNull(outbox.leaseUntil)))
}

/**
 * Gives back to the relay every event that is not done after twice its lease, whatever became of its job: the queue may
 * lose anything. A job that still exists is not added twice.
 * @returns how many.
 */
export async function returnLostEvents(tx: Tx, lease: number): Promise<number> {
  const returned = await tx
    .update(outbox)
    .set({ state: 'pending', leaseUntil: null })
    .where(and(eq(outbox.state, 'queued'), lt(outbox.leaseUntil, new Date(now().getTime() - lease))))
    .returning({ id: outbox.id })
  return returned.length
}
