import { afterAll, beforeAll } from 'vitest'
import { system } from '#app/domain/shared/actor.ts'
import { readVocabulary } from '#app/domain/taxonomy/fresh-vocabulary.server.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { closeDatabase, useDatabase } from '#db/client.ts'
import { seedDemo } from '#db/seed/main.ts'
import { forgetPlans } from '#workers/plans-lately.ts'
import { testDatabase, writtenTemplate } from './database.ts'

type Clone = Awaited<ReturnType<typeof testDatabase>>

async function writeDemo(webUrl: string): Promise<void> {
  await useDatabase(webUrl)
  await seedDemo()
  await closeDatabase()
}

/**
 * A database of this test file's own and a shortcut to look at its rows.
 * @param demo with the demo network in it, as a first start writes it; otherwise migrated and empty.
 * @param as whose login this process has: a test of what the worker does has the worker's.
 */
export function useTestDatabase({
  demo = false,
  as = 'web',
}: { demo?: boolean; as?: 'web' | 'worker' } = {}) {
  let clone: Clone | undefined
  beforeAll(async () => {
    clone = await testDatabase(demo ? await writtenTemplate('demo', writeDemo) : undefined)
    await useDatabase(as === 'worker' ? clone.workerUrl : clone.webUrl)
    // Another file of this process may have imported words into a database of its own, and planned companies there.
    await readVocabulary()
    forgetPlans()
  }, 120_000)
  afterAll(async () => {
    await closeDatabase()
    await clone?.drop()
  }, 60_000)
  return {
    /** Reads or prepares rows as our own process, past row security's tenants. */
    asSystem: <T>(work: (tx: Tx) => Promise<T>) => withActor(system('test'), work),
    /** Runs `work` with the other login than this file's own. */
    asOtherLogin: async <T>(work: () => Promise<T>): Promise<T> => {
      if (!clone) throw new Error('the test database is not up yet')
      const [own, other] = as === 'web' ? [clone.webUrl, clone.workerUrl] : [clone.workerUrl, clone.webUrl]
      await useDatabase(other)
      try {
        return await work()
      } finally {
        await useDatabase(own)
      }
    },
    urls: () => {
      if (!clone) throw new Error('the test database is not up yet')
      const { webUrl, workerUrl, ownerUrl } = clone
      return { webUrl, workerUrl, ownerUrl }
    },
  }
}
