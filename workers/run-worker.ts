import type { OutboxId } from '#app/domain/shared/ids.ts'
import { openQueue, type QueueSettings } from '#app/platform/queue.server.ts'
import { startDaily } from './daily.ts'
import { startHeartbeat } from './heartbeat.ts'
import { startPeopleIndex } from './people-index.ts'
import { startRelay } from './relay.ts'
import { runEvent } from './run-event.ts'
import { startSearchIndex } from './search-index.ts'
import { startSweeper } from './sweeper.ts'
import type { Timings } from './timings.ts'

/**
 * Starts everything a worker does: relay, queue, sweeper, the work of the day, the search indexes, the sign of life.
 * @returns what stops it: nothing new is begun, what is running finishes.
 * @throws Error when the queue can't be trusted or is not there.
 */
export async function startWorker(settings: QueueSettings, timings: Timings): Promise<() => Promise<void>> {
  const queue = await openQueue(settings)
  const { concurrency, lockDuration, stalledInterval } = timings
  await queue.work((id) => runEvent(id as OutboxId, timings), {
    concurrency,
    timings: { lockDuration, stalledInterval },
  })
  const loops = [
    startRelay(queue, timings),
    startSweeper(timings),
    startDaily(),
    startSearchIndex(),
    startPeopleIndex(timings),
    startHeartbeat(timings),
  ]
  return async () => {
    await Promise.all(loops.map((loop) => loop.stop()))
    await queue.close()
  }
}
