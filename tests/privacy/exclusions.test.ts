import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { newId } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { plainPage } from '#tests/support/plain-page.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const NOT_PROPOSABLE = 'Non proponibile.'
const CONTACT = 'Élena D’Angelo'

let server: Awaited<ReturnType<typeof startRealServer>>
let anna: StaffActor
let colleague: StaffActor
let hr: HrActor
let openingId: OpeningId
let person: CandidateRef
let vatId: string

beforeAll(async () => {
  server = await startRealServer()
  anna = await aStaff()
  colleague = await aStaff('case_manager', await anOrganisation())
  hr = await anHrContact()
  openingId = await anOpening({ companyId: hr.companyId, startLatest: '2090-12-01' })
  for (let count = 0; count < 10; count++) {
    await aCandidate({ orgId: anna.orgId })
    await aCandidate({ orgId: colleague.orgId })
  }
  person = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
  const [row] = await db.asSystem((tx) =>
    tx.select({ vatId: companies.vatId }).from(companies).where(eq(companies.id, hr.companyId)),
  )
  vatId = row?.vatId ?? ''
  await db.asSystem((tx) => tx.update(contacts).set({ name: CONTACT }).where(eq(contacts.id, hr.contactId)))
}, 60_000)
afterAll(() => server.stop())

async function page(path: string, actor: StaffActor | HrActor): Promise<{ status: number; body: string }> {
  // No worker runs here, and what it has not done yet would be told to everybody as a delay.
  await db.asSystem((tx) => tx.update(outbox).set({ state: 'done' }).where(eq(outbox.state, 'pending')))
  const answer = await fetch(server.url + path, { headers: { Cookie: await cookieOf(actor) } })
  return { status: answer.status, body: plainPage(await answer.text()) }
}

/** Fills the form "Da evitare" of her file in and saves it; what stood there before goes. */
async function avoid(fields: Record<string, string>): Promise<void> {
  const [row] = await db.asSystem((tx) =>
    tx.select({ version: candidates.version }).from(candidates).where(eq(candidates.id, person.candidateId)),
  )
  const form = { intent: 'avoided', _key: newId<string>(), version: String(row?.version), ...fields }
  const answer = await fetch(`${server.url}/lavoro/persone/${person.candidateId}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ Cookie: await cookieOf(anna), Origin: APP_URL },
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
  })
  expect(answer.status).toBe(303)
}

const file = () => page(`/lavoro/persone/${person.candidateId}`, anna)
const proposal = () => page(`/lavoro/opportunita/${openingId}/proposta/${person.candidateId}`, anna)
const ofCompany = async () => [
  await page(`/azienda/opportunita/${openingId}`, hr),
  await page('/azienda/proposte', hr),
]

describe('what a person must avoid', () => {
  test('is written on her file, and shown there to her own organisation alone', async () => {
    await avoid({ vat: vatId })
    expect((await file()).body).toContain(`vat:${vatId}`)
    expect((await page(`/lavoro/persone/${person.candidateId}`, colleague)).status).toBe(404)
    await avoid({})
    expect((await file()).body).not.toContain(`vat:${vatId}`)
  })

  test('keeps her from being proposed, with the same page whatever the reason is', async () => {
    await avoid({})
    expect((await proposal()).body).not.toContain(NOT_PROPOSABLE)
    const pages = new Set<string>()
    const reasons: Record<string, string>[] = [
      ...[{ company: hr.companyId }, { vat: vatId }, { town: 'Torino' }],
      { person: "D'ANGELO elena" },
    ]
    for (const reason of reasons) {
      await avoid(reason)
      const { status, body } = await proposal()
      expect(status).toBe(200)
      expect(body).toContain(NOT_PROPOSABLE)
      pages.add(body)
    }
    expect(pages.size).toBe(1)
  })

  test('changes no letter of what the company reads', async () => {
    await avoid({})
    const before = await ofCompany()
    await avoid({ company: hr.companyId, vat: vatId, town: 'Torino', person: CONTACT })
    expect(await ofCompany()).toEqual(before)
  })

  test('stands in the register as having been set, without what it is', async () => {
    const entries = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.action, 'candidate.exclusions_set')),
    )
    expect(entries.length).toBeGreaterThan(3)
    const told = JSON.stringify(entries, (_, value: unknown) => (typeof value === 'bigint' ? '' : value))
    for (const secret of [hr.companyId, vatId, '001272', CONTACT]) expect(told).not.toContain(secret)
  })
})
