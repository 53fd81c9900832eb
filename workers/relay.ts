import { claimEvents, markQueued } from '#app/domain/outbox/claim-events.server.ts'
import type { JobQueue } from '#app/platform/queue.server.ts'
import { asWorker } from './worker-actor.ts'
import type { Timings } from './timings.ts'

/**
 * How many events are put into the queue in one step, and how many may be there: several seconds' work. What waits in a
 * queue for longer than its lease counts as lost and is moved anew, again and again; in the outbox it waits and costs nothing.
 */
export const relayBatch = 200

/**
 * Moves what waits in the outbox to the queue, once: claims rows, adds their jobs in one step, notes that they are there.
 * A relay that dies between two of these leaves rows whose lease ends, and a job that exists is not added twice.
 * @returns how many were moved; none while the queue is full.
 */
export async function relayOnce(
  queue: JobQueue,
  timings: Pick<Timings, 'relayLease' | 'eventLease'>,
): Promise<number> {
  const room = relayBatch - (await queue.depth())
  if (room <= 0) return 0
  const ids = await asWorker((tx) => claimEvents(tx, { limit: room, lease: timings.relayLease }))
  if (ids.length === 0) return 0
  await queue.add(ids)
  await asWorker((tx) => markQueued(tx, ids, timings.eventLease))
  return ids.length
}
