import { and, eq, inArray } from 'drizzle-orm'
import type { QueueSettings } from '#app/platform/queue.server.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import type { FollowUpId } from '#app/domain/shared/ids.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { effects, outbox } from '#db/schema/operations.ts'
import { startWorker } from '#workers/run-worker.ts'
import { TIMINGS } from '#workers/timings.ts'
import { pause } from '../../scripts/processes.mjs'
import { percentiles, type Times } from '../measure.ts'
import { CONCURRENCY } from './backend.ts'
import { asBench, loadReminders, releaseAll } from './follow-ups.ts'
import type { startSink } from './sink.ts'

const timings = { ...TIMINGS, concurrency: CONCURRENCY }

const openEvents = () =>
  asBench((tx) => tx.$count(outbox, inArray(outbox.state, ['pending', 'queued', 'dead'])))

/**
 * Follow-ups a second from their commit to their mail being recorded as sent: outbox, relay, queue, handler, effect, mail.
 * @throws Error when a mail is missing in the end.
 */
export async function wholePath(
  settings: QueueSettings,
  sink: Awaited<ReturnType<typeof startSink>>,
  count: number,
): Promise<number> {
  const ids = await loadReminders(count, () => new Date(Date.now() - SECOND))
  await releaseAll()
  const before = await sink.taken()
  const since = performance.now()
  const stop = await startWorker(settings, timings)
  try {
    while ((await openEvents()) > 0) await pause(20)
    const took = performance.now() - since
    const sent = await asBench((tx) =>
      tx.$count(followUps, and(inArray(followUps.id, ids), eq(followUps.state, 'done'))),
    )
    const arrived = (await sink.taken()) - before
    if (sent !== count || arrived !== count)
      throw new Error(`${String(sent)} of ${String(count)} sent, ${String(arrived)} arrived`)
    return (count / took) * 1000
  } finally {
    await stop()
  }
}

/** Milliseconds from the moment a reminder is due until its handler has begun, for reminders due one after the other. */
export async function untilBegun(settings: QueueSettings, count: number): Promise<Times> {
  const start = Date.now() + count * 40 + 4 * SECOND
  const ids = await loadReminders(count, (index) => new Date(start + index * 100))
  const stop = await startWorker(settings, timings)
  try {
    await pause(start + count * 100 - Date.now())
    while ((await waiting(ids)) > 0) await pause(100)
    const rows = await asBench((tx) =>
      tx
        .select({ dueAt: followUps.dueAt, payload: outbox.payload, followUpId: followUps.id, at: effects.at })
        .from(outbox)
        .innerJoin(effects, and(eq(effects.outboxId, outbox.id), eq(effects.effect, 'mail')))
        .innerJoin(followUps, inArray(followUps.id, ids))
        .where(eq(outbox.topic, 'follow_up.due')),
    )
    return percentiles(
      rows
        .filter(({ payload, followUpId }) => payload.followUpId === followUpId)
        .map(({ dueAt, at }) => +at - +dueAt),
    )
  } finally {
    await stop()
  }
}

const waiting = (ids: FollowUpId[]) =>
  asBench((tx) => tx.$count(followUps, and(inArray(followUps.id, ids), eq(followUps.state, 'planned'))))
