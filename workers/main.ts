import { env } from '#app/platform/env.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { refuseLoginOf } from '#app/platform/own-login.ts'
import { refuseUnsafeSearchKeys } from '#app/platform/search.server.ts'
import { closeDatabase } from '#db/client.ts'
import { startWorker } from './run-worker.ts'
import { TIMINGS } from './timings.ts'

/** A job that is still running then is given up; it is taken up again by the next worker. */
const GRACE = 9_000

async function main(): Promise<void> {
  refuseLoginOf('passaparola_web', env())
  await refuseUnsafeSearchKeys()
  const stopWorker = await startWorker(env(), TIMINGS)
  log.info('worker started')

  let stopping = false
  function stop(signal: string): void {
    if (stopping) return
    stopping = true
    log.info({ reason: signal }, 'worker stopping')
    setTimeout(() => process.exit(1), GRACE).unref()
    stopWorker()
      .then(closeDatabase)
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.error(errorFields(error), 'worker did not stop well')
        process.exit(1)
      })
  }

  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('unhandledRejection', (error) => log.error(errorFields(error), 'unhandled rejection'))
  process.on('uncaughtException', (error) => log.error(errorFields(error), 'uncaught fault'))
}

void main()
