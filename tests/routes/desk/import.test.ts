import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { interactionImports } from '#db/schema/imports.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { vatIdOf } from '#tests/support/factories/sequence.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const HEADER = 'Azienda;Partita IVA;Data;Tipo;Esito;Minuti;Nota'
let server: Awaited<ReturnType<typeof startRealServer>>
let giulia: StaffActor
let cookie: string
let forno: CompanyId

beforeAll(async () => {
  giulia = await aStaff()
  cookie = await cookieOf(giulia)
  server = await startRealServer()
  forno = await aCompany({ name: 'Forno Langa' })
})
afterAll(() => server.stop())

const get = async (path: string, as = cookie) =>
  fetch(server.url + path, { redirect: 'manual', headers: { Cookie: as } })
const upload = (text: string | Uint8Array, as = cookie, base = '/lavoro') => {
  const form = new FormData()
  form.set('file', new Blob([Buffer.from(text)], { type: 'text/csv' }), 'contatti.csv')
  return fetch(`${server.url}${base}/importa`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: as, Origin: APP_URL },
    body: form,
  })
}
const post = (path: string, values: Record<string, string>) =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values),
  })
const contacts = () =>
  db.asSystem((tx) => tx.select().from(interactions).where(eq(interactions.userId, giulia.userId)))

describe('importing contacts without a script', () => {
  it('says what the file must hold, and its own example is one', async () => {
    const page = await (await get('/lavoro/importa')).text()
    expect(page).toContain('href="/contatti/esempio.csv"')
    expect(page).toContain('gg/mm/aaaa')
    const example = await get('/contatti/esempio.csv')
    expect(example.headers.get('Content-Disposition')).toBe('attachment; filename="contatti-esempio.csv"')
    const answer = await upload(Buffer.from(await example.arrayBuffer()))
    expect(answer.status).toBe(303)
    expect(await (await get(answer.headers.get('Location') ?? '')).text()).toContain('Panetteria di Esempio')
    await db.asSystem((tx) =>
      tx.delete(interactionImports).where(eq(interactionImports.userId, giulia.userId)),
    )
  })

  it('refuses a file with its rows and reasons, and keeps nothing of it', async () => {
    const answer = await upload(`${HEADER}\nForno Langa;;31/02/2026;fax;neutro;;`)
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('Nel file ci sono 2 errori')
    expect(page).toContain('31/02/2026')
    expect(page).toContain('Non è un giorno che esiste')
    expect(page).toContain('Scrivi telefonata, visita')
    expect((await upload('')).status).toBe(400)
    expect((await upload('x'.repeat(300_000))).status).toBe(413)
    expect(await db.asSystem((tx) => tx.$count(interactionImports))).toBe(0)
  })

  it('leads through the companies that nobody recognised: one of ours, a new one, none; then writes them all', async () => {
    const rows = [
      'Forno Langa;;07/03/2026;telefonata;positivo;;',
      'Forno della Langha;;08/03/2026;telefonata;neutro;;<b>Nota</b>',
      `Cascina Nuova;${vatIdOf(88)};09/03/2026;visita;positivo;;`,
      'Da lasciare;;10/03/2026;telefonata;neutro;;',
    ]
    const answer = await upload([HEADER, ...rows].join('\n'))
    const path = answer.headers.get('Location') ?? ''
    expect(path).toMatch(/^\/lavoro\/importa\/[0-9a-f-]{36}$/)
    const page = await (await get(path)).text()
    expect(page).toContain('Quale azienda è «Forno della Langha»?')
    expect(page).toContain(`value="${forno}"`)
    expect(page).toContain('&lt;b&gt;Nota&lt;/b&gt;')
    expect(page).not.toContain('value="confirm"')
    expect((await post(path, { intent: 'confirm' })).status).toBe(409)

    expect(
      (await post(`${path}?azienda=1`, { intent: 'choose', companyId: forno })).headers.get('Location'),
    ).toBe(path)
    const unsure = await post(`${path}?azienda=2`, {
      intent: 'create',
      vatId: vatIdOf(88),
      name: 'Cascina Nuova',
    })
    expect(unsure.status).toBe(400)
    const created = await post(`${path}?azienda=2`, {
      ...{
        intent: 'create',
        vatId: vatIdOf(88),
        name: 'Cascina Nuova',
        sector: 'agriculture',
        sizeBand: 'small',
      },
      ...{ place: 'Alba (CN)', contactRole: 'hr' },
    })
    expect(created.headers.get('Location')).toBe(path)
    expect((await post(`${path}?azienda=3`, { intent: 'skip' })).status).toBe(303)
    expect(await contacts()).toEqual([])

    const ready = await (await get(path)).text()
    expect(ready).toContain('Importa 3 contatti')
    const done = await post(path, { intent: 'confirm' })
    expect(done.headers.get('Location')).toBe('/lavoro/importa?aggiunti=3&presenti=0&saltati=1')
    expect(await (await get(done.headers.get('Location') ?? '')).text()).toContain('3 contatti importati.')
    expect(await contacts()).toHaveLength(3)
    const [cascina] = await db.asSystem((tx) =>
      tx
        .select()
        .from(companies)
        .where(eq(companies.vatId, vatIdOf(88))),
    )
    expect(cascina).toMatchObject({ name: 'Cascina Nuova', stage: 'in_dialogue', leadUserId: giulia.userId })
    expect((await get(path)).status).toBe(404)
  })

  it('is there for coordinators too', async () => {
    const as = await cookieOf(await aStaff('coordinator'))
    const answer = await upload(`${HEADER}\nForno Langa;;07/03/2026;telefonata;neutro;;`, as, '/rete')
    const path = answer.headers.get('Location') ?? ''
    expect(path).toMatch(/^\/rete\/importa\//)
    const page = await (await get(path, as)).text()
    expect(page).toContain('Importa 1 contatto')
    expect(page).toContain('href="/rete/aziende/')
  })
})
