import { afterAll, beforeAll, expect, it } from 'vitest'
import { SECOND } from '#app/domain/shared/durations.ts'
import { degradedNotices, healthReport } from '#app/platform/health.server.ts'
import { refuseUnsafeSearchKeys } from '#app/platform/search.server.ts'
import { type StandIn, startStandIn } from '#tests/support/meilisearch/server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn()
  const { searchKey, indexKey } = await keys()
  Object.assign(process.env, {
    MEILI_URL: standIn.url,
    MEILI_SEARCH_KEY: searchKey,
    MEILI_INDEX_KEY: indexKey,
  })
})
afterAll(() => standIn.kill())

async function keys() {
  const headers = { Authorization: `Bearer ${standIn.masterKey}`, 'Content-Type': 'application/json' }
  const make = async (action: string) => {
    const body = JSON.stringify({ actions: [action], indexes: ['*'], expiresAt: null })
    const response = await fetch(`${standIn.url}/keys`, { method: 'POST', headers, body })
    return ((await response.json()) as { key: string }).key
  }
  return { searchKey: await make('search'), indexKey: await make('documents.*') }
}

/** The report is kept for two seconds. */
const look = async () => {
  await new Promise((resolve) => setTimeout(resolve, 2 * SECOND + 50))
  return (await healthReport()).checks.search
}

it('tells whether searches are answered, and people that they take longer', async () => {
  await expect(refuseUnsafeSearchKeys()).resolves.toBeUndefined()
  expect((await healthReport()).checks.search).toBe('ok')
  await standIn.kill()
  expect(await look()).toBe('degraded')
  expect(await degradedNotices()).toContain('mail_banner_search_slow')
  await standIn.restart({ keepData: true })
  expect(await look()).toBe('ok')
})
