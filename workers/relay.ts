import { claimEvents, markQueued } from '#app/domain/outbox/claim-events.server.ts'
import type { JobQueue } from '#app/platform/queue.server.ts'
import { startLoop, type Loop } from './loop.ts'
import { asWorker } from './worker-actor.ts'
import type { Timings } from './timings.ts'

const BATCH = 200

/**
 * Moves what waits in the outbox to the queue, once: claims rows, adds their jobs in one step, notes that they are there.
 * A relay that dies between two of these leaves rows whose lease ends, and a job that exists is not added twice.
 * @returns how many were moved.
 */
export async function relayOnce(
  queue: JobQueue,
  timings: Pick<Timings, 'relayLease' | 'eventLease'>,
): Promise<number> {
  const ids = await asWorker((tx) => claimEvents(tx, { limit: BATCH, lease: timings.relayLease }))
  if (ids.length === 0) return 0
  await queue.add(ids)
  await asWorker((tx) => markQueued(tx, ids, timings.eventLease))
  return ids.length
}

/** Relays for as long as the process lives: at once after a full batch, ever more slowly while nothing comes. */
export function startRelay(queue: JobQueue, timings: Timings): Loop {
  let rest = timings.relayBusy
  return startLoop('relay', async () => {
    const moved = await relayOnce(queue, timings)
    rest = moved > 0 ? timings.relayBusy : Math.min(timings.relayIdle, rest * 2)
    return moved === BATCH ? 0 : rest
  })
}
