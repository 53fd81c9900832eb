import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { errorFields, log } from './log.server.ts'
import { JOB_OPTIONS, LONGEST_BLOCK, MOST_STALLS, QUEUE_NAME, type QueueBackend } from './queue-backend.ts'

const complain = (error: Error) => log.warn(errorFields(error), 'queue connection')

const setting = async (redis: Redis, name: string): Promise<string> =>
  ((await redis.config('GET', name)) as string[])[1] ?? ''

/**
 * Refuses a Redis that forgets: without its append-only file a killed server lost half of the jobs it had accepted,
 * and one that evicts drops jobs when its memory is full.
 * @throws Error that names the setting.
 */
async function assertDurable(redis: Redis): Promise<void> {
  if ((await setting(redis, 'appendonly')) !== 'yes') {
    throw new Error('Redis keeps no append-only file: set "appendonly yes" in its configuration.')
  }
  const policy = await setting(redis, 'maxmemory-policy')
  if (policy !== 'noeviction') {
    throw new Error(`Redis may evict jobs (maxmemory-policy ${policy}): set "maxmemory-policy noeviction".`)
  }
}

/** BullMQ over Redis. */
export async function openRedisBackend(redisUrl: string): Promise<QueueBackend> {
  // BullMQ's worker blocks on its connection and must never give a command up.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true })
  connection.on('error', complain)
  try {
    await connection.connect()
    await assertDurable(connection)
  } catch (error) {
    connection.disconnect()
    throw error
  }
  const queue = new Queue(QUEUE_NAME, { connection, defaultJobOptions: JOB_OPTIONS })
  queue.on('error', complain)
  await queue.waitUntilReady()
  let worker: { close: () => Promise<void> } | undefined
  return {
    addBulk: (jobs) => queue.addBulk(jobs),
    depth: () => queue.count().then(async (waiting) => waiting + (await queue.getActiveCount())),
    work: async (process, { concurrency, timings }) => {
      const started = new Worker(QUEUE_NAME, (job) => process(job.data), {
        connection,
        concurrency,
        maxStalledCount: MOST_STALLS,
        drainDelay: LONGEST_BLOCK,
        ...timings,
      })
      started.on('error', complain)
      await started.waitUntilReady()
      worker = started
    },
    close: async () => {
      await worker?.close()
      await queue.close()
      connection.disconnect()
    },
  }
}
