import { isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freezeMonth } from '#app/domain/network/freeze-month.server.ts'
import type { HrActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { refreshOpening } from '#app/domain/standing/refresh-opening.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { standingMatches } from '#db/schema/standing.ts'
import { aCompany, anHrContact } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const STEPS = [1, 2, 3, 4]
const ADVICE = 'Chiedendo un livello di italiano in meno si raggiungono molte più persone.'

let server: Awaited<ReturnType<typeof startRealServer>>
let hr: HrActor
let openingId: OpeningId

beforeAll(async () => {
  server = await startRealServer()
  hr = await anHrContact()
  openingId = await anOpening({ companyId: hr.companyId, startLatest: '2027-12-01', italianSpoken: 4 })
  for (let at = 0; at < 5; at++) {
    await anOpening({ companyId: await aCompany(), startLatest: '2027-12-01', italianSpoken: 4 })
  }
}, 60_000)
afterAll(() => server.stop())

/** A step's page without what differs from one request to the next by its nature. */
async function body(step: number): Promise<string> {
  const answer = await fetch(`${server.url}/azienda/opportunita/${openingId}/passo/${step}`, {
    headers: { Cookie: await cookieOf(hr) },
  })
  expect(answer.status).toBe(200)
  const html = (await answer.text()).replace(/nonce="[^"]*"|nonce-[\w+/=-]+/g, '')
  const key = /name="_key" value="([^"]+)"/.exec(html)?.[1]
  expect(key).toBeTruthy()
  return html.replaceAll(key ?? '', 'KEY')
}
const bodies = () => Promise.all(STEPS.map(body))

describe('the pages on which a company writes an opening', () => {
  test('are the same with matches and without, whoever comes and goes within the month', async () => {
    const withNobody = await bodies()
    const people = []
    for (let at = 0; at < 12; at++) people.push(await aCandidate({ profile: { italianSpoken: 4 } }))
    await db.asSystem((tx) => refreshOpening(tx, openingId))
    expect(await db.asSystem((tx) => tx.$count(standingMatches))).toBe(people.length)
    expect(await bodies()).toEqual(withNobody)
    expect(withNobody.some((html) => html.includes('In generale'))).toBe(false)
  })

  test('say what the month’s snapshot lets them, until the next one', async () => {
    await db.asSystem((tx) => tx.delete(candidates).where(isNotNull(candidates.id)))
    for (let at = 0; at < 12; at++) await aCandidate()
    await db.asSystem((tx) => freezeMonth(tx))
    const told = await bodies()
    expect(told.map((html) => html.includes(ADVICE))).toEqual([false, false, false, true])
    await db.asSystem((tx) => tx.delete(candidates).where(isNotNull(candidates.id)))
    await db.asSystem((tx) => freezeMonth(tx))
    expect(await bodies()).toEqual(told)
  })
})
