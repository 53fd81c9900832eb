import { env } from '#app/platform/env.server.ts'
import { startWorker } from '#workers/run-worker.ts'
import { TIMINGS } from '#workers/timings.ts'

/** The worker itself, with leases that a test can wait for. */
const stop = await startWorker(env(), {
  ...TIMINGS,
  relayLease: 1_000,
  eventLease: 1_500,
  mailLease: 2_000,
  lockDuration: 1_000,
  stalledInterval: 500,
  relayIdle: 500,
})
process.send?.('started')
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
