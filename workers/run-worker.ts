import type { OutboxId } from '#app/domain/shared/ids.ts'
import { openQueue, type QueueSettings } from '#app/platform/queue.server.ts'
import { startAttending } from './attend.ts'
import { startAudit } from './audit.ts'
import { startDaily } from './daily.ts'
import { startHourly } from './hourly.ts'
import { startInboundMails } from './inbound-mails.ts'
import { startPeopleIndex } from './people-index.ts'
import { forgetPlans } from './plans-lately.ts'
import { runEvent } from './run-event.ts'
import { startSearchIndex } from './search-index.ts'
import type { Timings } from './timings.ts'

/**
 * Starts everything a worker does: the queue, what waits, the work of the day, the search indexes.
 * @returns what stops it: nothing new is begun, what is running finishes.
 * @throws Error when the queue can't be trusted or is not there.
 */
export async function startWorker(settings: QueueSettings, timings: Timings): Promise<() => Promise<void>> {
  forgetPlans()
  const queue = await openQueue(settings)
  const { concurrency, lockDuration, stalledInterval } = timings
  await queue.work((id) => runEvent(id as OutboxId, timings), {
    concurrency,
    timings: { lockDuration, stalledInterval },
  })
  const loops = [
    startAttending(queue, timings),
    startDaily(),
    startHourly(),
    startAudit(),
    startSearchIndex(),
    startPeopleIndex(timings),
    startInboundMails(),
  ]
  return async () => {
    await Promise.all(loops.map((loop) => loop.stop()))
    await queue.close()
  }
}
