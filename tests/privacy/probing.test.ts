import { isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HrActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { refreshOpening } from '#app/domain/standing/refresh-opening.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { outbox } from '#db/schema/operations.ts'
import { standingMatches } from '#db/schema/standing.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { plainPage } from '#tests/support/plain-page.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const PROBES = 50
const PEOPLE = 12
/** Of so many the pages are read one by one, half of them with people who fit. */
const READ = 24

let server: Awaited<ReturnType<typeof startRealServer>>
let hr: HrActor
let cookie: string

beforeAll(async () => {
  server = await startRealServer()
  hr = await anHrContact()
  cookie = await cookieOf(hr)
}, 60_000)
afterAll(() => server.stop())

/** What tells one probe from the other in what it asks: half of them nobody fits. */
const asked = (at: number) => ({
  italianSpoken: at % 2 === 0 ? 0 : 6,
  placeCode: at % 4 < 2 ? '001272' : '004078',
  licences: at % 6 === 5 ? ['D'] : [],
})

async function get(path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { Cookie: cookie } })
  expect(answer.status).toBe(200)
  return plainPage(await answer.text())
}

async function post(openingId: OpeningId): Promise<{ status: number; location: string; body: string }> {
  const answer = await fetch(`${server.url}/azienda/opportunita/${openingId}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ intent: 'post', version: '1', _key: newId() }).toString(),
  })
  const location = plainPage(answer.headers.get('Location') ?? '')
  return { status: answer.status, location, body: plainPage(await answer.text()) }
}

describe('a company that posts fifty openings to find out who is there', { timeout: 60_000 }, () => {
  const probes: OpeningId[] = []
  const pages = async (ids: readonly OpeningId[]) => {
    const bodies: string[] = []
    for (const id of ids) bodies.push(await get(`/azienda/opportunita/${id}`))
    return bodies
  }
  /** No worker runs here: what it has not done yet is no matter of this test, and would be told to everybody as a delay. */
  const forgetWork = () =>
    db.asSystem((tx) => tx.update(outbox).set({ state: 'done' }).where(isNotNull(outbox.id)))
  const lists = async () => [await get('/azienda/opportunita'), await get('/azienda/proposte')]

  test('is answered the same each time, whatever it asked', async () => {
    for (let at = 0; at < PROBES; at++) {
      const draft = {
        companyId: hr.companyId,
        state: 'draft' as const,
        postedAt: null,
        tasks: 'Aiuto in cucina',
      }
      probes.push(await anOpening({ ...draft, startLatest: '2090-12-01', ...asked(at) }))
    }
    const answers = []
    for (const id of probes) answers.push(await post(id))
    expect(answers[0]).toMatchObject({ status: 303, location: '/azienda/opportunita/ID' })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  test('reads the same pages with nobody in the network as with people whom half of the openings fit', async () => {
    await forgetWork()
    const withNobody = [await pages(probes.slice(0, READ)), await lists()]
    for (let at = 0; at < PEOPLE; at++) await aCandidate()
    for (const id of probes) await db.asSystem((tx) => refreshOpening(tx, id))
    await forgetWork()
    expect(await db.asSystem((tx) => tx.$count(standingMatches))).toBeGreaterThan(PEOPLE)
    expect([await pages(probes.slice(0, READ)), await lists()]).toEqual(withNobody)
  })

  test('reads pages that differ in nothing but what it asked itself', async () => {
    const same = probes.filter((_, at) => JSON.stringify(asked(at)) === JSON.stringify(asked(0)))
    const shown = new Set(await pages(same.slice(0, 5)))
    expect(same.length).toBeGreaterThan(5)
    expect(shown.size).toBe(1)
  })
})
