import { z } from 'zod'
import type { Env } from './env.server.ts'
import type { WorkOptions } from './queue-backend.ts'
import { openPostgresBackend } from './queue-postgres.server.ts'
import { openRedisBackend } from './queue-redis.server.ts'

/** All that travels through the queue: the event itself stays in the outbox, where it can be read again and erased. */
const jobSchema = z.strictObject({ outboxId: z.guid() })

/** Ids of jobs may be neither integers nor hold a colon. */
export const jobIdOf = (outboxId: string): string => `ob-${outboxId}`

export type QueueSettings = Pick<Env, 'DATABASE_URL' | 'REDIS_URL'>

export type JobQueue = {
  /** Adds one job for each event, in one step. A job that is there already is left alone. */
  add: (outboxIds: readonly string[]) => Promise<void>
  /** Jobs waiting or running. */
  depth: () => Promise<number>
  /** Starts to take jobs: at most `concurrency` at a time. A call that throws ends its job; the sweeper sees to it. */
  work: (run: (outboxId: string) => Promise<void>, options: WorkOptions) => Promise<void>
  /** Lets the running jobs finish, takes no new ones, and lets go of the connections. */
  close: () => Promise<void>
}

/**
 * Opens the queue on PostgreSQL, or on Redis when `REDIS_URL` is set.
 * @throws Error when the queue has no tables yet, or when Redis could lose what it was given.
 */
export async function openQueue(settings: QueueSettings): Promise<JobQueue> {
  const backend = settings.REDIS_URL
    ? await openRedisBackend(settings.REDIS_URL)
    : await openPostgresBackend(settings.DATABASE_URL)
  return {
    add: async (outboxIds) => {
      if (outboxIds.length === 0) return
      await backend.addBulk(
        outboxIds.map((outboxId) => ({
          name: 'event',
          data: { outboxId } satisfies z.infer<typeof jobSchema>,
          opts: { jobId: jobIdOf(outboxId) },
        })),
      )
    },
    depth: backend.depth,
    work: (run, options) => backend.work(async (data) => run(jobSchema.parse(data).outboxId), options),
    close: backend.close,
  }
}
