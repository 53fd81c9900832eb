import { sql } from 'drizzle-orm'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { system } from '#app/domain/shared/actor.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { closeDatabase, useDatabase } from '#db/client.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
// One connection: whoever comes next gets the one that failed.
beforeAll(() => {
  process.env.DATABASE_POOL = '1'
})
afterAll(async () => {
  delete process.env.DATABASE_POOL
  await closeDatabase()
})

const asks = () => withActor(system('test'), (tx) => tx.execute(sql`select 1 as one`))

it('a database that was away is found again at once, however often it was asked for meanwhile', async () => {
  const address = new URL(db.urls().webUrl)
  const door = createServer((near) => {
    const far = connect({ port: Number(address.port), host: address.hostname })
    near.pipe(far).pipe(near)
    for (const end of [near, far]) end.on('error', () => undefined)
  })
  const opened = async (port: number) => {
    door.listen(port, '127.0.0.1')
    await once(door, 'listening')
    return (door.address() as AddressInfo).port
  }
  const port = await opened(0)
  door.close()
  await once(door, 'close')
  const away = new URL(address)
  away.host = `127.0.0.1:${String(port)}`
  await useDatabase(away.href)
  for (let time = 0; time < 6; time += 1) await expect(asks()).rejects.toThrow()
  await opened(port)
  try {
    const since = performance.now()
    expect(await asks()).toHaveLength(1)
    expect(performance.now() - since).toBeLessThan(2 * SECOND)
  } finally {
    await closeDatabase()
    door.close()
  }
})

it('who waits where every connection is closed in our face hears so in the end, and the next one gets through', async () => {
  const address = new URL(db.urls().webUrl)
  let isOpen = false
  // A server that stands between us and the database accepts whoever comes, also while there is none behind it.
  const door = createServer((near) => {
    near.on('error', () => undefined)
    if (!isOpen) return near.end()
    const far = connect({ port: Number(address.port), host: address.hostname })
    far.on('error', () => undefined)
    near.pipe(far).pipe(near)
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const away = new URL(address)
  away.host = `127.0.0.1:${String((door.address() as AddressInfo).port)}`
  await useDatabase(away.href)
  try {
    let hasRun = false
    const late = withActor(system('test'), async () => {
      hasRun = true
    })
    await expect(late).rejects.toMatchObject({ code: 'NO_TURN' })
    isOpen = true
    expect(await asks()).toHaveLength(1)
    expect(hasRun).toBe(false)
  } finally {
    await closeDatabase()
    door.close()
  }
}, 30_000)
