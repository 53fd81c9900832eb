import { createPostgresBackend, Queue, runMigrations, Worker } from 'bullmq'
import pg from 'pg'
import { MINUTE, SECOND } from '#app/domain/shared/durations.ts'
import { errorFields, log } from './log.server.ts'
import { JOB_OPTIONS, LONGEST_BLOCK, MOST_STALLS, QUEUE_NAME, type QueueBackend } from './queue-backend.ts'

/** Owned by the worker's role, and closed to every other: the queue's tables hold ids only. */
const SCHEMA = 'bullmq'

/** One connection is kept by the worker to be woken on; the rest take turns. */
const CONNECTIONS = 5

const complain = (error: Error) => log.warn(errorFields(error), 'queue connection')

/** BullMQ over a pool of our own: it loads `pg` by itself only where `require` exists. */
export async function openPostgresBackend(databaseUrl: string): Promise<QueueBackend> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    // So that a firewall forgets none that rests, and a dead one to be woken on is found out before two hours are over.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * SECOND,
    connectionTimeoutMillis: 5_000,
    // Opening one costs the hash of a password, and between two looks at an empty queue none is used for ten seconds.
    idleTimeoutMillis: 5 * MINUTE,
    options: `-c search_path=${SCHEMA}`,
    application_name: 'passaparola-queue',
  })
  pool.on('error', complain)
  const queue = new Queue(
    QUEUE_NAME,
    { connection: pool, defaultJobOptions: JOB_OPTIONS },
    createPostgresBackend,
  )
  queue.on('error', complain)
  let worker: { close: () => Promise<void> } | undefined
  try {
    await queue.waitUntilReady()
  } catch (error) {
    await queue.close().catch(complain)
    await pool.end()
    throw error
  }
  return {
    addBulk: (jobs) => queue.addBulk(jobs),
    depth: () => queue.count().then(async (waiting) => waiting + (await queue.getActiveCount())),
    work: async (process, { concurrency, timings }) => {
      const started = new Worker(
        QUEUE_NAME,
        (job) => process(job.data),
        {
          connection: pool,
          concurrency,
          maxStalledCount: MOST_STALLS,
          drainDelay: LONGEST_BLOCK,
          ...timings,
        },
        createPostgresBackend,
      )
      started.on('error', complain)
      await started.waitUntilReady()
      worker = started
    },
    close: async () => {
      await worker?.close()
      await queue.close()
      await pool.end()
    },
  }
}

/**
 * Brings the queue's own tables to the version of the installed BullMQ. Runs as the worker's role, which owns the schema.
 * @throws Error when the schema is missing or another role's, with what to do.
 */
export async function migrateQueue(workerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: workerUrl })
  await client.connect()
  try {
    const { rows: found } = await client.query<{ own: boolean }>(
      'select nspowner = current_user::regrole as own from pg_namespace where nspname = $1',
      [SCHEMA],
    )
    if (found[0]?.own === false) {
      throw new Error(
        `The schema ${SCHEMA} is another role's: as a superuser, in this database, reassign owned by passaparola_web to passaparola_worker.`,
      )
    }
    if (found.length === 0) {
      throw new Error(
        `The schema ${SCHEMA} is missing: as a superuser, create schema ${SCHEMA} authorization passaparola_worker.`,
      )
    }
    // PostgreSQL asks for the right to create schemas even where `if not exists` has nothing to do.
    const isCreateSchema = (text: string) => text.toLowerCase().startsWith('create schema if not exists')
    const query = <R>(text: string, values?: readonly unknown[]): Promise<{ rows: R[] }> =>
      client.query(isCreateSchema(text) ? 'select' : text, values && [...values]) as Promise<{
        rows: never[]
      }>
    await runMigrations({ query }, SCHEMA)
  } finally {
    await client.end()
  }
}
