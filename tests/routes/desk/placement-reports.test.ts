import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { addMonths, localDate } from '#app/domain/calendar/rome.ts'
import { now } from '#app/platform/clock.server.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aWelcomedCard, meet, type Welcomed } from '#tests/support/met-person.ts'
import { cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { start } from '../../domain/placements/answered-card.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let anna: StaffActor
let one: Welcomed
let cookie: string
let coordinator: string

beforeAll(async () => {
  anna = await aStaff()
  one = await aWelcomedCard(anna)
  await meet(one)
  cookie = await cookieOf(anna)
  coordinator = await cookieOf(await aStaff('coordinator'))
  server = await startRealServer()
})
afterAll(() => server.stop())

const page = async (path: string, as = cookie) =>
  (await fetch(server.url + path, { headers: { Cookie: as } })).text()
const post = async (path: string, fields: Record<string, string>, as = cookie) => {
  const key = /name="_key"[^>]*value="([^"]+)"/.exec(await page(path, as))?.[1] ?? expect.fail(path)
  const body = new URLSearchParams({ _key: key, ...fields })
  const headers = { Cookie: as, 'Sec-Fetch-Site': 'same-origin' }
  return fetch(server.url + path, { method: 'POST', headers, body, redirect: 'manual' })
}
const kinds = async () =>
  (await db.asSystem((tx) => tx.select().from(trustEvents)))
    .filter(({ companyId, withdrawnAt }) => companyId === one.hr.companyId && withdrawnAt === null)
    .map(({ kind }) => kind)
    .sort()

describe('what a case manager says of a company, where she works', () => {
  it('is that a meeting took place, on its page', async () => {
    const path = `/lavoro/proposte/${one.cardId}/incontro`
    expect(await page(path)).toContain('da confermare')
    expect((await post(path, { intent: 'held' })).status).toBe(303)
    expect(await page(path)).toContain('sì, confermato')
    expect(await kinds()).toEqual(['interview_held'])
    expect((await post(path, { intent: 'not_held' })).status).toBe(303)
    expect(await kinds()).toEqual([])
  })

  it('is what came out of a placement, with what is wrong beside its field', async () => {
    const path = `/lavoro/proposte/${one.cardId}/inserimento`
    const today = localDate(now())
    await start(anna, one.cardId, { startsOn: today, endsOn: addMonths(today, 3) })
    const wrong = await post(path, { intent: 'report', day: today })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('Scegli che cosa è emerso.')
    expect((await post(path, { intent: 'report', report: 'late_pay', day: today })).status).toBe(303)
    expect(await kinds()).toEqual(['incident_confirmed', 'placement_begun'])
    const event = /name="event" value="([^"]+)"/.exec(await page(path))?.[1] ?? ''

    const seen = await page(`/rete/aziende/${one.hr.companyId}`, coordinator)
    expect(seen).toContain('Paga in ritardo, ')
    expect(seen).not.toContain(one.person.code)
    expect((await post(path, { intent: 'withdraw', event })).status).toBe(303)
    expect(await kinds()).toEqual(['placement_begun'])
    const again = await post(path, { intent: 'withdraw', event })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('È già stato ritirato.')
  })
})
