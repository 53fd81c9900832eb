import { createPostgresBackend, Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { JOB_OPTIONS, MOST_STALLS, QUEUE_NAME } from '#app/platform/queue-backend.ts'
import { openQueue, type QueueSettings } from '#app/platform/queue.server.ts'
import { TIMINGS } from '#workers/timings.ts'

/** Jobs at once, of every contender. */
export const CONCURRENCY = 10

const timings = { lockDuration: TIMINGS.lockDuration, stalledInterval: TIMINGS.stalledInterval }

/** A queue that jobs can be put into and taken from, however it is made. */
export type Contender = {
  addBulk: (ids: readonly string[]) => Promise<void>
  /** Starts to take jobs; `done` is called for each. */
  work: (done: () => void) => Promise<void>
  close: () => Promise<void>
}

/**
 * BullMQ as its own documentation starts it, with our payload, our options and nothing of ours around it. `handle` is its
 * handler, which does nothing unless told; `name` is its queue's.
 */
export async function bare(
  { DATABASE_URL, REDIS_URL }: QueueSettings,
  handle: (outboxId: string) => Promise<void> = async () => undefined,
  name = QUEUE_NAME,
): Promise<Contender> {
  const redis = REDIS_URL ? new Redis(REDIS_URL, { maxRetriesPerRequest: null }) : null
  const pool = redis
    ? null
    : new pg.Pool({ connectionString: DATABASE_URL, max: 5, options: '-c search_path=bullmq' })
  const connection = redis ?? pool
  if (!connection) throw new Error('no connection')
  const settings = { concurrency: CONCURRENCY, maxStalledCount: MOST_STALLS, ...timings }
  const defaultJobOptions = JOB_OPTIONS
  const queue = redis
    ? new Queue(name, { connection: redis, defaultJobOptions })
    : new Queue(name, { connection: pool as pg.Pool, defaultJobOptions }, createPostgresBackend)
  await queue.waitUntilReady()
  let stop: (() => Promise<void>) | undefined
  return {
    addBulk: async (ids) => {
      await queue.addBulk(
        ids.map((id) => ({ name: 'event', data: { outboxId: id }, opts: { jobId: `ob-${id}` } })),
      )
    },
    work: async (done) => {
      const run = async ({ data }: { data: { outboxId: string } }) => {
        await handle(data.outboxId)
        done()
      }
      const worker = redis
        ? new Worker(name, run, { connection: redis, ...settings })
        : new Worker(name, run, { connection: pool as pg.Pool, ...settings }, createPostgresBackend)
      await worker.waitUntilReady()
      stop = () => worker.close()
    },
    close: async () => {
      await stop?.()
      await queue.close()
      redis?.disconnect()
      await pool?.end()
    },
  }
}

/** The same work through our own door: payload parsed, adding in bulk, a handler that does nothing. */
export async function ours(settings: QueueSettings): Promise<Contender> {
  const queue = await openQueue(settings)
  return {
    addBulk: (ids) => queue.add(ids),
    work: (done) => queue.work(async () => done(), { concurrency: CONCURRENCY, timings }),
    close: () => queue.close(),
  }
}
