import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { migrateQueue } from '#app/platform/queue-postgres.server.ts'
import { openQueue, type QueueSettings } from '#app/platform/queue.server.ts'
import { devMailbox } from '#db/schema/follow-ups.ts'
import { heartbeats, outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { relayBatch, relayOnce } from '#workers/relay.ts'
import { startWorker } from '#workers/run-worker.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { TIMINGS } from '#workers/timings.ts'
import { tamper } from '#tests/support/tampering.ts'
import { withConnection } from '../../scripts/postgres-roles.mjs'
import { describeOn, startRedis } from './redis-server.ts'
import { QUICK } from './run-all.ts'
import { until } from './until.ts'

const db = useTestDatabase({ as: 'worker' })
const timings = { ...TIMINGS, lockDuration: 2 * SECOND, stalledInterval: SECOND }

beforeAll(() => migrateQueue(db.urls().workerUrl))

const invite = async (): Promise<OutboxId> => {
  const { userId } = await aStaff()
  return db.asSystem((tx) => emit(tx, 'account.invited', { userId }))
}

const states = async (ids: OutboxId[]) =>
  (await db.asSystem((tx) => tx.select().from(outbox).where(inArray(outbox.id, ids)))).map(
    ({ state }) => state,
  )

const mailsOf = async (ids: OutboxId[]) => {
  const rows = await db.asSystem((tx) => tx.select({ id: devMailbox.messageId }).from(devMailbox))
  return rows.filter(({ id }) => ids.some((own) => id.includes(own))).length
}

const backends: [
  name: string,
  start: () => Promise<{ settings: QueueSettings; stop: () => Promise<void> }>,
][] = [
  [
    'PostgreSQL',
    () => Promise.resolve({ settings: { DATABASE_URL: db.urls().workerUrl }, stop: () => Promise.resolve() }),
  ],
  [
    'Redis',
    async () => {
      const { url, stop } = await startRedis()
      return { settings: { DATABASE_URL: db.urls().workerUrl, REDIS_URL: url }, stop }
    },
  ],
]

const theQueue = (start: (typeof backends)[number][1]) => () => {
  let backend: Awaited<ReturnType<typeof start>> | undefined

  beforeAll(async () => {
    backend = await start()
  })
  afterAll(() => backend?.stop())

  const settings = (): QueueSettings => {
    if (!backend) throw new Error('not started')
    return backend.settings
  }

  it('takes every event from the outbox to its mail, once', async () => {
    const stop = await startWorker(settings(), timings)
    try {
      const ids = await Promise.all(Array.from({ length: 20 }, invite))
      await until('all events done', async () => (await states(ids)).every((state) => state === 'done'))
      expect(await mailsOf(ids)).toBe(20)
      await until(
        'the work of the day done',
        async () => (await db.asSystem((tx) => tx.$count(heartbeats, eq(heartbeats.process, 'daily')))) === 1,
      )
    } finally {
      await stop()
    }
  })

  it('adds an event once, however often it is relayed', async () => {
    const queue = await openQueue(settings())
    try {
      const id = await invite()
      await relayOnce(queue, QUICK)
      expect(await states([id])).toEqual(['queued'])
      const depth = await queue.depth()
      await queue.add([id])
      await queue.add([id, id])
      expect(await queue.depth()).toBe(depth)
    } finally {
      await queue.close()
    }
  })

  it('is given no more than it soon gets through; the rest waits in the outbox and follows', async () => {
    const { userId } = await aStaff()
    const ids = await db.asSystem((tx) =>
      Promise.all(Array.from({ length: relayBatch + 15 }, () => emit(tx, 'account.invited', { userId }))),
    )
    const queue = await openQueue(settings())
    try {
      while ((await relayOnce(queue, QUICK)) > 0);
      expect(await queue.depth()).toBe(relayBatch)
      expect((await states(ids)).filter((state) => state === 'pending').length).toBeGreaterThanOrEqual(15)
    } finally {
      await queue.close()
    }
    const stop = await startWorker(settings(), timings)
    try {
      const done = async () => (await states(ids)).every((state) => state === 'done')
      await until('all events done', done, 45_000)
    } finally {
      await stop()
    }
    expect(await mailsOf(ids)).toBe(ids.length)
  }, 60_000)

  it('may lose what it was given: the sweeper gives it back and it is done', async () => {
    const id = await invite()
    const lost = new Date(Date.now() - 60 * SECOND)
    await db.asSystem((tx) =>
      tx.update(outbox).set({ state: 'queued', leaseUntil: lost }).where(eq(outbox.id, id)),
    )
    expect((await sweepOnce(QUICK)).returned).toBe(1)
    const stop = await startWorker(settings(), timings)
    try {
      await until('the event done', async () => (await states([id]))[0] === 'done')
    } finally {
      await stop()
    }
    expect(await mailsOf([id])).toBe(1)
  })

  it('gives an event that hangs to another try, though its worker lives', async () => {
    const id = await invite()
    const impatient = { ...timings, eventLease: SECOND, longestRun: SECOND }
    const tries = async () => {
      const [row] = await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.id, id)))
      return row?.attempts ?? 0
    }
    await tamper(db.urls().webUrl, async (superuser) => {
      const locks = await superuser.reserve()
      await locks`begin`
      // Whoever reads to whom a mail goes waits here.
      await locks`lock table users in access exclusive mode`
      const stop = await startWorker(settings(), impatient)
      try {
        await until('a second try', async () => (await tries()) > 1, 10 * SECOND)
        await locks`rollback`
        await until('the event done', async () => (await states([id]))[0] === 'done', 40 * SECOND)
      } finally {
        await locks`rollback`
        locks.release()
        await stop()
      }
    })
    expect(await mailsOf([id])).toBe(1)
  }, 90_000)

  it('lets a running job finish when it is closed', async () => {
    const queue = await openQueue(settings())
    const id = await invite()
    let begun = false
    let ended = false
    await queue.work(
      async () => {
        begun = true
        await new Promise((resolve) => setTimeout(resolve, 300))
        ended = true
      },
      { concurrency: 1, timings },
    )
    await queue.add([id])
    await until('the job begun', () => Promise.resolve(begun))
    await queue.close()
    expect(ended).toBe(true)
  })
}

for (const [name, start] of backends) describeOn(name, `the queue on ${name}`, theQueue(start))

describeOn('Redis', 'a Redis that can not be trusted', () => {
  it.each([
    ['no append-only file', ['--appendonly', 'no'], 'append-only'],
    ['a memory that evicts', ['--appendonly', 'yes', '--maxmemory-policy', 'allkeys-lru'], 'noeviction'],
  ])('with %s is refused', async (_, redisSettings, words) => {
    const { url, stop } = await startRedis(redisSettings)
    try {
      await expect(openQueue({ DATABASE_URL: db.urls().workerUrl, REDIS_URL: url })).rejects.toThrow(words)
    } finally {
      await stop()
    }
  })
})

describe('a queue that can not be used', () => {
  it('Redis that is not there is refused', async () => {
    await expect(
      openQueue({ DATABASE_URL: db.urls().workerUrl, REDIS_URL: 'redis://127.0.0.1:1' }),
    ).rejects.toThrow()
  })

  // Last, because nothing of this file's queue is left after it.
  it('PostgreSQL without the tables of the queue is refused, and without their schema says what to do', async () => {
    const { workerUrl } = db.urls()
    await withConnection(workerUrl, async (sql) => void (await sql`drop schema bullmq cascade`))
    await expect(openQueue({ DATABASE_URL: workerUrl })).rejects.toThrow('not initialized')
    await expect(migrateQueue(workerUrl)).rejects.toThrow('create schema bullmq')
  })
})
