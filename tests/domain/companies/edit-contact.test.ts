import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { editContactSchema } from '#app/domain/companies/contact.schema.server.ts'
import { editContact } from '#app/domain/companies/edit-contact.server.ts'
import { mergeCompanies } from '#app/domain/merges/merge-companies.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, ContactId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let giulia: StaffActor
let coordinator: StaffActor
beforeAll(async () => {
  giulia = await aStaff()
  coordinator = await aStaff('coordinator')
})

const rowOf = async (id: ContactId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.id, id)))
  if (!row) throw new Error('no contact')
  return row
}
const edit = (
  actor: StaffActor,
  companyId: CompanyId,
  contactId: ContactId,
  change: { name: string; email?: string },
) =>
  withActor(actor, (tx) =>
    editContact(
      tx,
      companyId,
      editContactSchema.parse({ contactId, version: 1, role: 'hr', locale: 'it', active: true, ...change }),
    ),
  )

it('of two who edit a contact at once, one wins and the other is told', async () => {
  const { companyId, contactId } = await anHrContact()
  await edit(giulia, companyId, contactId, { name: 'Anna Riva Bo' })
  await expect(edit(coordinator, companyId, contactId, { name: 'Anna Riva Ghio' })).rejects.toMatchObject({
    code: 'stale',
    reason: 'relationship_company_changed',
  })
  expect(await rowOf(contactId)).toMatchObject({ name: 'Anna Riva Bo', version: 2 })
})

it('a contact whose namesake came along with a merge keeps her address when she is edited', async () => {
  const hr = await anHrContact()
  const from = await aCompany()
  const hers = await rowOf(hr.contactId)
  const twin = newId<ContactId>()
  await db.asSystem((tx) => tx.insert(contacts).values({ ...hers, id: twin, companyId: from }))
  await withActor(coordinator, (tx) =>
    mergeCompanies(tx, { from, into: hr.companyId, reason: 'Scritta due volte' }),
  )
  await edit(giulia, hr.companyId, twin, { name: 'Anna Riva', email: hers.email ?? '' })
  expect(await rowOf(twin)).toMatchObject({ name: 'Anna Riva', email: hers.email, version: 2 })
  await expect(
    edit(giulia, hr.companyId, (await anHrContact(hr.companyId)).contactId, {
      name: 'Bea',
      email: hers.email ?? '',
    }),
  ).rejects.toMatchObject({ code: 'conflict', field: 'email' })
})
