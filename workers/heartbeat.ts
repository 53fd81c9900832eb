import { hostname } from 'node:os'
import { beat, stopBeating } from '#app/domain/outbox/heartbeats.server.ts'
import { startLoop, type Loop } from './loop.ts'
import type { Timings } from './timings.ts'
import { asWorker } from './worker-actor.ts'

/** Says that this worker is alive for as long as it is, for `/healthz` to read. */
export function startHeartbeat({ heartbeatEvery }: Timings): Loop {
  const name = `${hostname()}:${process.pid}`
  const loop = startLoop('heartbeat', async () => {
    await asWorker((tx) => beat(tx, name))
    return heartbeatEvery
  })
  return {
    stop: async () => {
      await loop.stop()
      await asWorker((tx) => stopBeating(tx, name))
    },
  }
}
