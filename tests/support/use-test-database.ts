import { afterAll, beforeAll } from 'vitest'
import { system } from '#app/domain/shared/actor.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { closeDatabase, useDatabase } from '#db/client.ts'
import { testDatabase } from './database.ts'

type Clone = Awaited<ReturnType<typeof testDatabase>>

/** A database of this test file's own, cloned from the migrated template, and a shortcut to look at its rows. */
export function useTestDatabase() {
  let clone: Clone | undefined
  beforeAll(async () => {
    clone = await testDatabase()
    await useDatabase(clone.webUrl)
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    await clone?.drop()
  }, 60_000)
  return {
    /** Reads or prepares rows as our own process, past row security's tenants. */
    asSystem: <T>(work: (tx: Tx) => Promise<T>) => withActor(system('test'), work),
    urls: () => {
      if (!clone) throw new Error('the test database is not up yet')
      return { webUrl: clone.webUrl, ownerUrl: clone.ownerUrl }
    },
  }
}
