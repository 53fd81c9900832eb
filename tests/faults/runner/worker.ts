import { SECOND } from '#app/domain/shared/durations.ts'
import { env } from '#app/platform/env.server.ts'
import { surviveFaults } from '#app/web/http/shutdown.server.ts'
import { startWorker } from '#workers/run-worker.ts'
import { TIMINGS } from '#workers/timings.ts'

/** The worker itself, with leases that a run can wait for and that a busy machine still keeps. */
async function main(): Promise<void> {
  const stop = await startWorker(env(), {
    ...TIMINGS,
    relayLease: 2 * SECOND,
    eventLease: 4 * SECOND,
    // Longer than a mail server that takes a mail and says nothing is waited for.
    longestRun: 45 * SECOND,
    mailLease: 6 * SECOND,
    lockDuration: 3 * SECOND,
    stalledInterval: 1.5 * SECOND,
  })
  surviveFaults()
  process.send?.('started')
  process.on('SIGTERM', () => {
    // What it cannot finish because the database is away, another one takes up.
    setTimeout(() => process.exit(1), 5 * SECOND).unref()
    void stop().then(() => process.exit(0))
  })
}

void main()
