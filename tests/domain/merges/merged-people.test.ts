import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { addContact } from '#app/domain/companies/add-contact.server.ts'
import { mergeCompanies } from '#app/domain/merges/merge-companies.server.ts'
import { unmergeCompanies } from '#app/domain/merges/unmerge-companies.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { companyPeople } from '#db/schema/companies.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

it('two companies that are one have the people of both, also after they are two again, and with those who came meanwhile', async () => {
  const [lead, coordinator] = [await aStaff(), await aStaff('coordinator')]
  const [one, other, meanwhile] = ['Bruno Neri', 'Carla Verdi', 'Ugo Gialli']
  const [from, into] = [await aCompany(), await aCompany()]
  const writeDown = (companyId: CompanyId, name: string) =>
    withActor(lead, (tx) => addContact(tx, companyId, { name, role: 'owner', locale: 'it' }))
  await writeDown(from, one)
  await writeDown(into, other)
  const peopleOf = (id: CompanyId) =>
    db.asSystem(async (tx) => {
      const rows = await tx.select().from(companyPeople).where(eq(companyPeople.companyId, id))
      return rows.map(({ nameKey }) => nameKey).sort()
    })
  const mergeId = await withActor(coordinator, (tx) =>
    mergeCompanies(tx, { from, into, reason: 'Scritta due volte' }),
  )
  expect(await peopleOf(into)).toEqual(['bruno neri', 'carla verdi'])
  await writeDown(into, meanwhile)
  await withActor(coordinator, (tx) => unmergeCompanies(tx, mergeId))
  for (const company of [from, into])
    expect(await peopleOf(company)).toEqual(['bruno neri', 'carla verdi', 'gialli ugo'])
})
