import { hostname } from 'node:os'
import { rulesInHours } from '#app/domain/follow-ups/rules.ts'
import { beat, stopBeating } from '#app/domain/outbox/heartbeats.server.ts'
import { readAgenda } from '#app/domain/outbox/agenda.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { JobQueue } from '#app/platform/queue.server.ts'
import { listenTo } from '#db/client.ts'
import { startLoop, type Loop } from './loop.ts'
import { relayBatch, relayOnce } from './relay.ts'
import { sweepBatch, sweepOnce } from './sweeper.ts'
import type { Timings } from './timings.ts'
import { asWorker } from './worker-actor.ts'

/** The channel on which the database says that an event or a follow-up was written. */
const CHANNEL = 'worker_agenda'

/**
 * Attends to what waits, for as long as the process lives: moves events to the queue, releases messages that come due,
 * settles what is in doubt or lost, and shows that it is alive. Between two looks it rests until the next thing is due; the
 * database wakes it when there is something new, and where that word gets lost it looks again by itself.
 */
export function startAttending(queue: JobQueue, timings: Timings): Loop {
  const name = `${hostname()}:${process.pid}`
  let lastBeat = 0
  const look = (beats: boolean) =>
    asWorker(async (tx) => {
      if (beats) await beat(tx, name)
      return readAgenda(tx, { lease: timings.eventLease, inHours: rulesInHours })
    })

  const loop = startLoop(
    'attend',
    async () => {
      const since = Date.now()
      const beats = since - lastBeat >= timings.heartbeatEvery
      const agenda = await look(beats)
      if (beats) lastBeat = since
      const at = now()
      const moved = agenda.relay && agenda.relay <= at ? await relayOnce(queue, timings) : 0
      const swept = agenda.sweep && agenda.sweep <= at ? await sweep(timings) : 0
      if (moved === relayBatch || swept >= sweepBatch) return 0
      const next = Math.min(Number(agenda.relay ?? Infinity), Number(agenda.sweep ?? Infinity)) - +at
      return Math.max(timings.relayBusy, Math.min(timings.relayIdle, next))
    },
    timings.relayBusy,
  )
  const stopListening = listenTo(CHANNEL, loop.wake)
  return {
    wake: loop.wake,
    stop: async () => {
      await stopListening()
      await loop.stop()
      await asWorker((tx) => stopBeating(tx, name))
    },
  }
}

async function sweep(timings: Timings): Promise<number> {
  const { released, doubted, returned } = await sweepOnce(timings)
  if (doubted > 0) log.warn({ count: doubted }, 'mails in doubt')
  if (returned > 0) log.warn({ count: returned }, 'events returned to the queue')
  return Math.max(released, doubted)
}
