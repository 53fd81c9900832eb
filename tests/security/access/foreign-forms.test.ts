import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLog } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { APP_URL, cookieOf, loadBuild, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { asData, asDataAlone } from './ask.ts'
import { addressOf, routesOfBuild } from './routes-of-build.ts'

const db = useTestDatabase()
const FORM = 'application/x-www-form-urlencoded'
const EVIL = 'https://evil.example'

const senders: [string, Record<string, string>, number][] = [
  ['a page of another site', { Origin: EVIL }, 403],
  [
    'another site, as the browser says beside our own Origin',
    { Origin: APP_URL, 'Sec-Fetch-Site': 'cross-site' },
    403,
  ],
  ['a sandboxed page', { Origin: 'null' }, 403],
  ['no page at all', {}, 403],
  [
    'another site that forges what a proxy would say',
    { Origin: EVIL, 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example;proto=https' },
    403,
  ],
  ['another site, as plain text', { Origin: EVIL, 'Content-Type': 'text/plain' }, 403],
  ['our own site, as plain text', { Origin: APP_URL, 'Content-Type': 'text/plain' }, 415],
]

const routes = routesOfBuild(await loadBuild()).filter(({ action }) => action)
const ways = routes.flatMap((route) =>
  (route.frame ? [] : [addressOf(route), asData(addressOf(route))]).concat(asDataAlone(route)),
)
let server: Awaited<ReturnType<typeof startRealServer>>
let cookie: string

beforeAll(async () => {
  cookie = await cookieOf(await aStaff('case_manager'))
  server = await startRealServer()
})
afterAll(() => server.stop())

describe('a form that comes from', () => {
  it.each(senders)('%s reaches no action of any route', async (_, headers, status) => {
    // Every route with an action, three ways.
    expect(ways.length).toBeGreaterThan(200)
    const written = () => db.asSystem((tx) => tx.$count(auditLog))
    const before = await written()
    for (const address of ways) {
      const answer = await fetch(server.url + address, {
        method: 'POST',
        redirect: 'manual',
        headers: { Cookie: cookie, 'Content-Type': FORM, ...headers },
        body: 'intent=none',
      })
      expect([address, answer.status]).toEqual([address, status])
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      await answer.body?.cancel()
    }
    expect(await written()).toBe(before)
  })
})
