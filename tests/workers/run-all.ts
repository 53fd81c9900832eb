import { claimEvents } from '#app/domain/outbox/claim-events.server.ts'
import { runEvent } from '#workers/run-event.ts'
import { asWorker } from '#workers/worker-actor.ts'
import { SECOND } from '#app/domain/shared/durations.ts'

export const QUICK = {
  relayLease: 5 * SECOND,
  eventLease: 5 * SECOND,
  longestRun: 60 * SECOND,
  mailLease: 5 * SECOND,
}

/** Runs what waits in the outbox, and what that leaves there, without a queue between; returns how many events. */
export async function runAll(): Promise<number> {
  for (let count = 0; ;) {
    const ids = await asWorker((tx) => claimEvents(tx, { limit: 50, lease: QUICK.relayLease }))
    if (ids.length === 0) return count
    for (const id of ids) await runEvent(id, QUICK)
    count += ids.length
  }
}
