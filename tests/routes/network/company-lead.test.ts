import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { companies } from '#db/schema/companies.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let elisa: StaffActor
let sara: StaffActor
let cookies: Record<'coordinator' | 'elisa' | 'sara', string>

beforeAll(async () => {
  elisa = await aStaff()
  sara = await aStaff()
  cookies = {
    coordinator: await cookieOf(await aStaff('coordinator')),
    elisa: await cookieOf(elisa),
    sara: await cookieOf(sara),
  }
  server = await startRealServer()
})
afterAll(() => server.stop())

const get = async (who: keyof typeof cookies, path: string) =>
  (await fetch(server.url + path, { headers: { Cookie: cookies[who] } })).text()
const post = (who: keyof typeof cookies, path: string, values: Record<string, string>) =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ Cookie: cookies[who], Origin: APP_URL },
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ intent: 'lead', ...values }),
  })
const leadOf = (id: CompanyId) =>
  db.asSystem(
    async (tx) => (await tx.select().from(companies).where(eq(companies.id, id)))[0]?.leadUserId ?? null,
  )

describe('who follows a company', () => {
  it('is chosen by a coordinator, one step from the companies that nobody tends', async () => {
    const companyId = await aCompany({ name: 'Falegnameria Sola' })
    const path = `/rete/aziende/${companyId}`
    expect(await get('coordinator', '/rete/rapporti')).toContain(`href="${path}#chi-la-segue"`)
    const page = await get('coordinator', path)
    expect(page).toContain('id="chi-la-segue"')
    expect(page).toContain(`<option value="${sara.userId}">`)
    const answer = await post('coordinator', path, { to: sara.userId })
    expect([answer.status, answer.headers.get('X-Flash')]).toEqual([303, 'handover_lead_handed_over'])
    expect(await leadOf(companyId)).toBe(sara.userId)
  })

  it('is whoever takes a free one; the second one sees who was faster', async () => {
    const companyId = await aCompany()
    const path = `/lavoro/aziende/${companyId}`
    expect(await get('elisa', path)).toContain('La seguo io')
    expect((await post('elisa', path, { to: elisa.userId })).headers.get('X-Flash')).toBe(
      'handover_lead_taken',
    )
    const late = await post('sara', path, { to: sara.userId })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Nel frattempo è cambiato chi segue l’azienda')
    expect(page).toContain(`Chi la segue: ${elisa.name}`)
    expect(await leadOf(companyId)).toBe(elisa.userId)
  })

  it('asks to whom it goes beside the field, and shows no form to whoever may not', async () => {
    const companyId = await aCompany({ leadOrgId: elisa.orgId, leadUserId: elisa.userId })
    const path = `/lavoro/aziende/${companyId}`
    const answer = await post('elisa', path, { from: elisa.userId })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Scegli chi la segue da oggi.')
    expect(await get('sara', path)).not.toContain('id="chi-la-segue"')
    expect((await post('sara', path, { from: elisa.userId, to: sara.userId })).status).toBe(422)
    expect(await leadOf(companyId)).toBe(elisa.userId)
  })
})
