import { and, eq, ne, sql } from 'drizzle-orm'
import { contacts } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { readersOf, readsOurMail } from '../contacts/who-answers.server.ts'
import { openTask } from '../follow-ups/open-task.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { ContactChange } from './contact.schema.server.ts'
import { judgePeopleAnew } from './judge-people-anew.server.ts'
import { lockCompany, type CompanyRow } from './lock-company.server.ts'

/**
 * Changes what is known of a contact. Whoever has left the company gets none of the messages planned for her: they go to her
 * successor, and where there is nobody, the lead is asked to find one.
 * @throws DomainError not_found for a contact of another company, stale when somebody changed her since the form was made,
 * conflict for a colleague's address.
 */
export async function editContact(tx: Tx, companyId: CompanyId, input: ContactChange): Promise<void> {
  authorise(tx, 'company.edit', { companyId })
  const company = await lockCompany(tx, companyId)
  const { contactId, version, name, role, locale, active, email = null, phone = null } = input
  const id = contactId as ContactId
  const own = eq(contacts.companyId, companyId)
  const [before] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), own))
  if (!before) notFound()
  // An address she has stays hers, also where a merge of companies brought her namesake along.
  if (email && email !== before.email?.toLowerCase()) {
    const same = and(own, ne(contacts.id, id), eq(sql`lower(${contacts.email})`, email))
    if ((await tx.$count(contacts, same)) > 0)
      throw new DomainError('conflict', 'relationship_contact_known', 'email')
  }
  const changed = await tx
    .update(contacts)
    .set({
      ...{ name, role, locale, active, email, phone },
      bouncedAt: sql`case when ${contacts.email} = ${email} then ${contacts.bouncedAt} end`,
      version: sql`${contacts.version} + 1`,
    })
    .where(and(eq(contacts.id, id), own, eq(contacts.version, version)))
    .returning({ id: contacts.id })
  if (changed.length === 0) throw new DomainError('stale', 'relationship_company_changed')
  if (name !== before.name) await judgePeopleAnew(tx, companyId)
  if (before.active && before.email && readsOurMail(before)) await askForAnother(tx, company, id)
  await emit(tx, 'company.plan_due', { companyId })
  await audit(tx, { action: 'contact.edited', subjectType: 'company', subjectId: companyId })
}

/** The last one whom our mails reached is gone: somebody asks the company who answers now. */
async function askForAnother(tx: Tx, { id: companyId, doNotContact }: CompanyRow, gone: ContactId) {
  if (doNotContact || (await readersOf(tx, companyId)).length > 0) return
  await openTask(tx, {
    rule: 'contact_missing',
    subject: { type: 'company', id: companyId },
    companyId,
    contactId: gone,
    title: 'follow_ups_task_contact_missing',
    to: 'lead',
  })
}
