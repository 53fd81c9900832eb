import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { now, newId } from '#app/platform/clock.server.ts'
import { trustEvents, trustWeights } from '#db/schema/trust.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let cookie: string

beforeAll(async () => {
  cookie = await cookieOf(await aStaff('coordinator'))
  server = await startRealServer()
})
afterAll(() => server.stop())

const PAGE = '/rete/fiducia/visit_held'
const get = (path: string) => fetch(server.url + path, { headers: { Cookie: cookie } })
const post = async (fields: Record<string, string>) => {
  const page = await (await get(PAGE)).text()
  const key = /name="_key"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? expect.fail(page)
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
  const body = new URLSearchParams({ _key: key, ...fields })
  return fetch(server.url + PAGE, { method: 'POST', headers, body, redirect: 'manual' })
}

describe('the pages of the weights', () => {
  it('lead from the rules to each kind, with what it counts for and why', async () => {
    expect(await (await get('/rete/regole')).text()).toContain('href="/rete/fiducia"')
    const list = await (await get('/rete/fiducia')).text()
    for (const words of [
      'Visita o incontro',
      'Vedersi di persona',
      '+5',
      '120 giorni',
      '−25',
      `href="${PAGE}"`,
    ])
      expect(list).toContain(words)
    expect((await get('/rete/fiducia/nessuno')).status).toBe(404)
  })

  it('show what a change would do before it is kept, with what was typed', async () => {
    const companyId = await aCompany({ name: 'Forno del Ponte' })
    await db.asSystem((tx) =>
      tx.insert(trustEvents).values({
        ...{ id: newId<string>(), companyId, kind: 'visit_held', causeType: 'interaction' },
        ...{ occurredAt: now(), createdAt: now() },
      }),
    )
    const tried = await post({ intent: 'try', seen: '5/120', weight: '12.5', halfLifeDays: '90' })
    expect(tried.status).toBe(200)
    const shown = await tried.text()
    for (const words of ['Gli indici di oggi con i numeri nuovi', 'Forno del Ponte', 'value="12.5"'])
      expect(shown).toContain(words)
    expect(await db.asSystem((tx) => tx.$count(trustWeights))).toBe(0)
  })

  it('keep a change, say beside its field what is wrong, and go back to the first numbers', async () => {
    const wrong = await post({ intent: 'save', seen: '5/120', weight: '-3', halfLifeDays: '90' })
    expect(wrong.status).toBe(400)
    const said = await wrong.text()
    expect(said).toContain('cambia il segno, o metti 0')
    expect(said).toContain('value="-3"')
    const saved = await post({ intent: 'save', seen: '5/120', weight: '7', halfLifeDays: '90' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, PAGE])
    expect(await (await get(PAGE)).text()).toContain('Torna ai numeri di partenza')
    const late = await post({ intent: 'save', seen: '5/120', weight: '8', halfLifeDays: '90' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Una collega li ha cambiati')
    expect((await post({ intent: 'reset', seen: '7/90' })).status).toBe(303)
    expect(await db.asSystem((tx) => tx.$count(trustWeights))).toBe(0)
  })
})
