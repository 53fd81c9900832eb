import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeCompanies } from '#app/domain/merges/merge-companies.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { savedViews } from '#db/schema/saved-views.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let giulia: StaffActor
let coordinator: StaffActor
let cookie: string
let hotel: CompanyId

beforeAll(async () => {
  giulia = await aStaff()
  coordinator = await aStaff('coordinator')
  cookie = await cookieOf(giulia)
  server = await startRealServer()
  hotel = await aCompany({ name: 'Albergo Po', stage: 'hosting', placeCode: '004078' })
  await aCompany({ name: '=HYPERLINK("http://evil.example")', placeCode: '004078' })
})
afterAll(() => server.stop())

const get = (path: string, as = cookie) =>
  fetch(server.url + path, { redirect: 'manual', headers: { Cookie: as } })
const post = (path: string, values: Record<string, string>, as = cookie) =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: as, Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values),
  })
const stageOf = async (id: CompanyId) =>
  (await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, id))))[0]?.stage

describe('the board without a script', () => {
  const board = '/lavoro/aziende?vista=livelli&di=all'

  it('moves a company by the form of its card, with the reason, and stays where it was', async () => {
    const page = await (await get(board)).text()
    expect(page).toContain(`name="companyId" value="${hotel}"`)
    const answer = await post(board, {
      ...{ intent: 'stage', companyId: hotel, from: 'hosting', to: 'in_dialogue' },
      reason: 'Ha cambiato proprietà',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe(board)
    expect(await stageOf(hotel)).toBe('in_dialogue')
    const changes = await db.asSystem((tx) =>
      tx.select().from(stageChanges).where(eq(stageChanges.companyId, hotel)),
    )
    expect(changes).toMatchObject([{ reason: 'Ha cambiato proprietà', authorId: giulia.userId }])
  })

  it('says beside the field why a move is not possible, and keeps what was typed', async () => {
    const asked = {
      intent: 'stage',
      companyId: hotel,
      from: 'in_dialogue',
      to: 'ambassador',
      reason: 'Brava',
    }
    const answer = await post(board, asked)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('A questo livello si arriva solo con i fatti')
    expect(page).toContain('value="Brava"')
    expect(await stageOf(hotel)).toBe('in_dialogue')
    const silent = await post(board, { ...asked, to: 'contacted', reason: '' })
    expect(silent.status).toBe(400)
    expect(await silent.text()).toContain('Scrivi il motivo')
  })
})

describe('the map', () => {
  it('leads from each comune to its own table', async () => {
    const page = await (await get('/lavoro/aziende?vista=mappa&di=all')).text()
    expect(page).toContain('href="/lavoro/aziende?di=all&amp;comune=004078"')
    expect(page).not.toMatch(/src="https?:/)
    const table = await (await get('/lavoro/aziende?di=all&comune=004078')).text()
    expect(table).toContain('Albergo Po')
  })
})

describe('a file of the portfolio', () => {
  it('holds what the filter shows, a formula as words, and nobody’s name of a contact', async () => {
    const hr = await anHrContact(hotel)
    const answer = await get('/aziende/esporta?di=all&comune=004078&ordina=name&formato=csv')
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="aziende-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const text = await answer.text()
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('Azienda;Partita IVA;Settore;Comune;Livello')
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(text).toContain('Albergo Po;')
    expect(text).not.toContain(hr.name)
    const [contact] = await db.asSystem((tx) =>
      tx.select().from(contacts).where(eq(contacts.id, hr.contactId)),
    )
    expect(text).not.toContain(contact?.email ?? 'x')
  })

  it('comes as a spreadsheet too', async () => {
    const answer = await get('/aziende/esporta?di=all&formato=xlsx', await cookieOf(coordinator))
    expect(answer.headers.get('Content-Type')).toContain('spreadsheetml')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(bytes.length).toBeGreaterThan(2_000)
  })
})

describe('a kept view', () => {
  it('is saved from the page as its address says it, whatever else stands there', async () => {
    const answer = await post('/lavoro/aziende?di=all&livello=hosting&altro=%3Cscript%3E', {
      ...{ intent: 'view_save', name: 'Chi ospita', shared: 'on' },
    })
    expect(answer.status).toBe(303)
    const views = await db.asSystem((tx) => tx.select().from(savedViews))
    expect(views).toMatchObject([
      { name: 'Chi ospita', shared: true, query: 'di=all&livello=hosting', userId: giulia.userId },
    ])
    const page = await (await get('/rete/aziende', await cookieOf(coordinator))).text()
    expect(page).toContain('Chi ospita')
    const nameless = await post('/lavoro/aziende', { intent: 'view_save', name: '' })
    expect(nameless.status).toBe(400)
    expect(await nameless.text()).toContain('Dai un nome alla vista.')
  })
})

describe('duplicates', () => {
  it('are compared, joined with the lead that was chosen, found at the old address, and separated again', async () => {
    const lead = { leadOrgId: giulia.orgId, leadUserId: giulia.userId }
    const from = await aCompany({ name: 'Forno Langa', ...lead })
    const into = await aCompany({ name: 'Forno della Langa srl' })
    const path = `/rete/aziende/${into}/doppioni`
    const as = await cookieOf(coordinator)
    const page = await (await get(`${path}?con=${from}`, as)).text()
    expect(page).toContain('Forno Langa')
    expect(page).toContain('Chi la seguirà')
    const leadless = await post(path, { intent: 'merge', from, into, reason: 'La stessa' }, as)
    expect(leadless.status).toBe(422)
    const merged = await post(
      `${path}?con=${from}`,
      { intent: 'merge', from, into, lead: 'from', reason: 'La stessa' },
      as,
    )
    expect(merged.headers.get('Location')).toBe(`/rete/aziende/${into}`)
    const old = await get(`/lavoro/aziende/${from}`)
    expect(old.headers.get('Location')).toBe(`/lavoro/aziende/${into}`)

    const done = await (await get(path, as)).text()
    const mergeId = /name="mergeId" value="([^"]+)"/.exec(done)?.[1] ?? ''
    const separated = await post(path, { intent: 'unmerge', mergeId }, as)
    expect(separated.headers.get('Location')).toBe(`/rete/aziende/${from}`)
    expect((await get(`/lavoro/aziende/${from}`)).status).toBe(200)
  })

  it('are not joined by whoever leads neither', async () => {
    const marco = await aStaff()
    const from = await aCompany({ leadOrgId: marco.orgId, leadUserId: marco.userId })
    const into = await aCompany()
    const path = `/lavoro/aziende/${into}/doppioni`
    const answer = await post(`${path}?con=${from}`, {
      intent: 'merge',
      from,
      into,
      lead: 'into',
      reason: 'La stessa',
    })
    expect(answer.status).toBe(422)
    expect(await withActor(giulia, (tx) => tx.$count(companies, eq(companies.mergedInto, into)))).toBe(0)
    await withActor(coordinator, (tx) =>
      mergeCompanies(tx, { from, into, lead: 'into', reason: 'La stessa' }),
    )
  })
})
