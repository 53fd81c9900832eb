import { startWorker } from '#workers/run-worker.ts'
import { TIMINGS } from '#workers/timings.ts'
import { bare, CONCURRENCY } from './backend.ts'

/**
 * A worker with nothing to do in a process of its own, which says what it has used of the CPU when it is asked, and clears away what
 * its start has left when it is told to. The bare one has a queue of its own: what BullMQ does once a queue must not be done for both
 * by one of them.
 */
const [contender = '', DATABASE_URL = '', REDIS_URL] = process.argv.slice(2)
const settings = { DATABASE_URL, REDIS_URL }

if (contender === 'bare') await (await bare(settings, undefined, 'bare')).work(() => undefined)
else await startWorker(settings, { ...TIMINGS, concurrency: CONCURRENCY })

process.on('message', (word) => {
  if (word === 'clear away') clearAway()
  else process.send?.(process.cpuUsage())
})
function clearAway(): void {
  if (!globalThis.gc) throw new Error('started without --expose-gc')
  globalThis.gc()
}
process.on('disconnect', () => process.exit(0))
process.send?.('started')
