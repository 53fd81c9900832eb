import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { HOUR } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { interactions } from '#db/schema/companies.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let elisa: StaffActor
let cookie: string

beforeAll(async () => {
  elisa = await aStaff()
  cookie = await cookieOf(await aStaff('coordinator'))
  server = await startRealServer()
})
afterAll(() => server.stop())

const get = async (path: string) => (await fetch(server.url + path, { headers: { Cookie: cookie } })).text()
const talk = (companyId: CompanyId) =>
  db.asSystem((tx) =>
    tx.insert(interactions).values({
      ...{
        id: newId<string>(),
        orgId: elisa.orgId,
        companyId,
        userId: elisa.userId,
        kind: 'call',
        minutes: 10,
      },
      ...{ outcome: 'neutral', occurredAt: now(), createdAt: now() },
    }),
  )

describe('the page of the relationships', () => {
  it('says of each measure what it is, also while there is nothing to measure', async () => {
    const page = await get('/rete/rapporti')
    for (const words of [
      'Nessuna azienda trascurata',
      'Nessun rapporto appeso a una persona sola',
      'Ancora nessuna proposta da contare',
      'Ancora niente da confrontare',
      'nessuna azienda',
      'hanno avuto 5 giorni lavorativi di tempo',
    ])
      expect(page).toContain(words)
    expect(await get('/rete')).toContain('href="/rete/rapporti"')
  })

  it('leads from each list to the companies behind it', async () => {
    const cold = await aCompany({ name: 'Mulino Freddo', trustSlope: 'cooling', sector: 'retail' })
    await aCompany({ name: 'Altra', leadUserId: elisa.userId, leadOrgId: elisa.orgId })
    await talk(cold)
    const page = await get('/rete/rapporti')
    const links = [...page.matchAll(/href="(\/rete\/aziende\?[^"]+)"/g)].map(([, to = '']) =>
      to.replaceAll('&amp;', '&'),
    )
    const leadsTo = async (start: string) => get(links.find((to) => to.startsWith(start)) ?? 'none')
    const cooling = await leadsTo('/rete/aziende?tendenza=cooling')
    expect(cooling).toContain('Mulino Freddo')
    expect(cooling).not.toContain('Altra</a>')
    const leaderless = await leadsTo('/rete/aziende?manca=lead')
    expect(leaderless).toContain('Mulino Freddo')
    expect(leaderless).not.toContain('Altra</a>')
    const hers = await leadsTo(`/rete/aziende?solo=${elisa.userId}`)
    expect(hers).toContain(`ha sentito soltanto ${elisa.name}`)
    expect(hers).toContain('Mulino Freddo')
    expect(hers).not.toContain('Altra</a>')
    const file = await get('/rete/rapporti/esporta?tabella=persone')
    expect(file.trim().split('\r\n')).toHaveLength(2)
    expect(file).toContain(`${elisa.name};`)
    for (const table of ['risposte', 'lavoro', 'terreno'])
      expect(await get(`/rete/rapporti/esporta?tabella=${table}`)).toContain('Voce')
    await db.asSystem((tx) => tx.update(sessions).set({ factorAt: new Date(+now() - HOUR) }))
    const stale = await fetch(`${server.url}/rete/rapporti/esporta?tabella=persone`, {
      redirect: 'manual',
      headers: { Cookie: cookie },
    })
    expect(stale.headers.get('Location')).toMatch(/^\/account\/conferma\?a=/)
    expect(await leadsTo('/rete/aziende?provincia=TO&settore=retail')).toContain('Mulino Freddo')
  })
})
