import { createPostgresBackend, Queue } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { QUEUE_NAME } from '#app/platform/queue-backend.ts'
import { newId } from '#app/platform/clock.server.ts'

const TIMES = 5

/** Puts events into the queue five times more, the latest first, past the guard that adds a job once. */
export async function deliverAgain(
  urls: { databaseUrl: string; redisUrl: string },
  outboxIds: readonly string[],
): Promise<number> {
  const jobs = Array.from({ length: TIMES }, () => [...outboxIds].reverse())
    .flat()
    .map((outboxId) => ({
      name: 'event',
      data: { outboxId },
      opts: { jobId: `again-${newId()}`, removeOnComplete: true, removeOnFail: true },
    }))
  if (urls.redisUrl) {
    const connection = new Redis(urls.redisUrl, { maxRetriesPerRequest: null })
    const queue = new Queue(QUEUE_NAME, { connection })
    await queue.addBulk(jobs)
    await queue.close()
    connection.disconnect()
  } else {
    const pool = new pg.Pool({ connectionString: urls.databaseUrl, options: '-c search_path=bullmq', max: 2 })
    const queue = new Queue(QUEUE_NAME, { connection: pool }, createPostgresBackend)
    await queue.waitUntilReady()
    await queue.addBulk(jobs)
    await queue.close()
    await pool.end()
  }
  return jobs.length
}
