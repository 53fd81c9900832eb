import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { accessRequests } from '#app/domain/companies/access-requests.server.ts'
import { admitContact } from '#app/domain/companies/admit-contact.server.ts'
import { declineContact } from '#app/domain/companies/decline-contact.server.ts'
import { signUpCompanySchema } from '#app/domain/companies/sign-up-company.schema.server.ts'
import { signUpCompany } from '#app/domain/companies/sign-up-company.server.ts'
import { exampleVatId } from '#app/domain/companies/vat-id.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, ContactId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { users } from '#db/schema/accounts.ts'
import { contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser } from '#tests/support/factories/credentials.ts'
import { next } from '#tests/support/factories/sequence.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

type Asked = { companyId: CompanyId; contactId: ContactId; email: string }

/** Somebody signs up for a company that the network knows, from an address that it does not. */
async function asksToEnter(lead?: StaffActor): Promise<Asked> {
  const vatId = exampleVatId()
  const companyId = await aCompany({ vatId, leadUserId: lead?.userId, leadOrgId: lead?.orgId })
  const email = `chi-chiede-${next()}@belforte.example`
  const typed = { vatId, company: 'X srl', sector: 'metal', sizeBand: 'small', place: 'Moncalieri' }
  const form = signUpCompanySchema.parse({ ...typed, name: 'Giada Belforte', email })
  await signUpCompany({ ...form, locale: 'it' }, aBrowser().address)
  const [contact] = await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.email, email)))
  if (!contact) throw new Error('nobody asked')
  return { companyId, contactId: contact.id, email }
}

const admit = (actor: Actor, { companyId, contactId }: Asked) =>
  withActor(actor, (tx) => admitContact(tx, companyId, contactId))
const decline = (actor: Actor, { companyId, contactId }: Asked, reason = 'Nessuno la conosce') =>
  withActor(actor, (tx) => declineContact(tx, companyId, { contactId, reason }))

const traces = ({ companyId, contactId, email }: Asked) =>
  db.asSystem(async (tx) => {
    const [contact] = await tx.select().from(contacts).where(eq(contacts.id, contactId))
    const [task] = await tx.select().from(followUps).where(eq(followUps.companyId, companyId))
    const [user] = await tx.select().from(users).where(eq(users.email, email))
    const events = await tx.select().from(outbox).where(eq(outbox.topic, 'account.sign_in_link_asked'))
    const acts = await tx.select().from(auditLog).where(eq(auditLog.subjectId, companyId))
    return {
      ...{ contact, task, user },
      links: events.filter(({ payload }) => user && payload.userId === user.id).length,
      acts: acts.map(({ action }) => action),
    }
  })

describe('who asks to enter her company’s area', () => {
  it('is let in by who leads the company: a contact, an account, one link, and the task is done', async () => {
    const lead = await aStaff()
    const asked = await asksToEnter(lead)
    await admit(lead, asked)
    const { contact, task, user, links, acts } = await traces(asked)
    expect(contact).toMatchObject({ active: true })
    expect(user).toMatchObject({
      ...{ role: 'hr_contact', companyId: asked.companyId, contactId: asked.contactId, passwordHash: null },
    })
    expect(links).toBe(1)
    expect(task).toMatchObject({ state: 'done', doneBy: lead.userId })
    expect(acts).toEqual(['company.access_asked', 'contact.admitted'])
    expect(await withActor(lead, (tx) => accessRequests(tx, asked.companyId))).toEqual([])
  })

  it('is turned down with a reason, gets nothing, and is forgotten', async () => {
    const lead = await aStaff()
    const asked = await asksToEnter(lead)
    await decline(lead, asked)
    const { contact, task, user, acts } = await traces(asked)
    expect(contact).toBeUndefined()
    expect(user).toBeUndefined()
    expect(task).toMatchObject({ state: 'skipped', postponedReason: 'Nessuno la conosce', contactId: null })
    expect(acts).toEqual(['company.access_asked', 'contact.declined'])
  })

  it('is answered once', async () => {
    const lead = await aStaff()
    const asked = await asksToEnter(lead)
    const answers = await Promise.allSettled([admit(lead, asked), decline(lead, asked), admit(lead, asked)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'conflict' })
    }
  })

  it('is answered by colleagues, coordinators, and anybody where nobody leads, not by others', async () => {
    const lead = await aStaff()
    await admit(await aStaff('case_manager', lead.orgId), await asksToEnter(lead))
    await admit(await aStaff('coordinator'), await asksToEnter(lead))
    await admit(await aStaff(), await asksToEnter())
    const asked = await asksToEnter(lead)
    for (const actor of [await aStaff(), await aStaff('admin'), await anHrContact(asked.companyId)]) {
      await expect(admit(actor, asked)).rejects.toMatchObject({ code: 'not_found' })
      await expect(decline(actor, asked)).rejects.toMatchObject({ code: 'not_found' })
    }
    expect((await traces(asked)).contact).toMatchObject({ active: false })
  })

  it('is not let in where her address has an account of another company', async () => {
    const lead = await aStaff()
    const asked = await asksToEnter(lead)
    const other = await anHrContact()
    await db.asSystem((tx) => tx.update(users).set({ email: asked.email }).where(eq(users.id, other.userId)))
    await expect(admit(lead, asked)).rejects.toMatchObject({ reason: 'account_email_taken' })
    expect((await traces(asked)).contact).toMatchObject({ active: false })
  })

  it('of another company is nobody here', async () => {
    const lead = await aStaff()
    const asked = await asksToEnter(lead)
    const companyId = await aCompany({ leadUserId: lead.userId, leadOrgId: lead.orgId })
    await expect(admit(lead, { ...asked, companyId })).rejects.toMatchObject({ code: 'conflict' })
  })
})
