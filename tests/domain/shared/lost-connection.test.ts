import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { closeDatabase, useDatabase } from '#db/client.ts'
import { tamper } from '#tests/support/tampering.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

beforeAll(async () => {
  // One connection: whoever comes next gets the one that was lost.
  process.env.DATABASE_POOL = '1'
  await useDatabase(db.urls().webUrl)
})
afterAll(async () => {
  delete process.env.DATABASE_POOL
  await closeDatabase()
})

/** Ends the connection under a transaction, as a database that falls over does. */
const endUnder = (pid: number) =>
  tamper(db.urls().webUrl, async (superuser) => {
    await superuser`select pg_terminate_backend(${pid})`
  })

const asks = () => withActor(system('test'), (tx) => tx.execute(sql`select pg_backend_pid() as pid`))

describe('a connection lost in the middle of a transaction', () => {
  it.each([
    ['while a statement is under way', 0],
    ['between two statements', 20],
  ])('%s: that transaction fails at once and the next one goes through, however often', async (_, rest) => {
    // The library writes once more to a socket that is gone; our processes survive it and say so.
    const before = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.on('uncaughtException', () => undefined)
    try {
      for (let time = 0; time < 8; time += 1) {
        const since = performance.now()
        const lost = withActor(system('test'), async (tx) => {
          const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
          await endUnder(row?.pid ?? 0)
          await new Promise((resolve) => setTimeout(resolve, rest))
          await tx.execute(sql`select ${'two'}::text as two`)
        })
        await expect(lost).rejects.toThrow()
        expect(await asks()).toHaveLength(1)
        expect(performance.now() - since).toBeLessThan(4_000)
      }
    } finally {
      process.removeAllListeners('uncaughtException')
      for (const listener of before) process.on('uncaughtException', listener)
    }
  })
})
