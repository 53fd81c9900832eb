import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleVatId } from '#app/domain/companies/vat-id.server.ts'
import { companies } from '#db/schema/companies.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let cookie: string

beforeAll(async () => {
  cookie = await cookieOf(await aStaff())
  server = await startRealServer()
})
afterAll(() => server.stop())

const post = (values: Record<string, string>) =>
  fetch(`${server.url}/lavoro/aziende/nuova`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      ...{
        name: 'Officine Belforte',
        sector: 'metal',
        sizeBand: 'small',
        place: 'Moncalieri (TO)',
        ...values,
      },
    }),
  })
const known = (vatId: string) =>
  db.asSystem((tx) => tx.select().from(companies).where(eq(companies.vatId, vatId)))

describe('the form of a new company', () => {
  it('leads to the page of the company that it made', async () => {
    const vatId = exampleVatId()
    const answer = await post({ vatId })
    const [company] = await known(vatId)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe(`/lavoro/aziende/${company?.id}`)
  })

  it('says beside the field that the network knows the company, links to it and keeps what was typed', async () => {
    const vatId = exampleVatId()
    const companyId = await aCompany({ vatId, name: 'Torneria Belforte' })
    const answer = await post({ vatId, name: 'Un altro nome' })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Un’azienda con questa partita IVA è già nella rete.')
    expect(page).toContain(`href="/lavoro/aziende/${companyId}"`)
    expect(page).toContain('value="Un altro nome"')
    expect(await known(vatId)).toHaveLength(1)
  })

  it('names a wrong partita IVA beside its field', async () => {
    const answer = await post({ vatId: '12345678901' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Questa partita IVA non è corretta')
  })
})
