import { afterAll, beforeAll } from 'vitest'
import { startRealServer } from '#tests/support/real-server.ts'
import type { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aHolder, organisationsWithPeople, type Holder } from './access/holders.ts'

type Scene = { holder: Holder; server: Awaited<ReturnType<typeof startRealServer>> }

/** One organisation with its people signed in and one thing of each kind, and the real server, for the tests of a file. */
export function useHolder(db: ReturnType<typeof useTestDatabase>): Scene {
  const scene = {} as Scene
  beforeAll(async () => {
    const [orgId] = await organisationsWithPeople(db)
    if (!orgId) throw new Error('no organisation')
    scene.holder = await aHolder(db, orgId)
    scene.server = await startRealServer()
  }, 60_000)
  afterAll(() => scene.server.stop())
  return scene
}
