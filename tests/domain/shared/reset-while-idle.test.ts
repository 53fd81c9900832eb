import { sql } from 'drizzle-orm'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { closeDatabase, useDatabase } from '#db/client.ts'
import { startTcpProxy, type TcpProxy } from '#tests/faults/runner/tcp-proxy.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let wire: TcpProxy

beforeAll(async () => {
  const address = new URL(db.urls().webUrl)
  const port = Number(address.port)
  wire = await startTcpProxy(() => port)
  process.env.DATABASE_POOL = '1'
  address.host = `127.0.0.1:${String(wire.port)}`
  await useDatabase(address.href)
})
afterAll(async () => {
  delete process.env.DATABASE_POOL
  await closeDatabase()
  await wire.stop()
})

const asks = () => withActor(system('test'), (tx) => tx.execute(sql`select 1 as one`))

it('a transaction that begins at the very moment at which an idle connection is reset ends at once, and so does the next', async () => {
  for (let time = 0; time < 5; time += 1) {
    expect(await asks()).toHaveLength(1)
    // Another wire that is cut at the same moment, as a mail server's: whoever spoke over it turns to the database.
    const other = connect(wire.port, '127.0.0.1')
    await once(other, 'connect')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const ended = new Promise<string>((resolve) => {
      other.once('error', () => {
        asks().then(
          () => resolve('done'),
          () => resolve('refused'),
        )
      })
    })
    wire.cut()
    const since = performance.now()
    await ended
    expect(performance.now() - since).toBeLessThan(3_000)
  }
}, 60_000)
