import { and, eq, sql } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { NewContact } from './contact.schema.server.ts'
import { judgePeopleAnew } from './judge-people-anew.server.ts'
import { lockCompany } from './lock-company.server.ts'

/**
 * Writes down somebody who works at a company.
 * @throws DomainError conflict when the company has somebody of that address already.
 */
export async function addContact(tx: Tx, companyId: CompanyId, input: NewContact): Promise<ContactId> {
  authorise(tx, 'company.edit', { companyId })
  await lockCompany(tx, companyId)
  if (input.email) {
    const same = and(eq(contacts.companyId, companyId), eq(sql`lower(${contacts.email})`, input.email))
    if ((await tx.$count(contacts, same)) > 0)
      throw new DomainError('conflict', 'relationship_contact_known', 'email')
  }
  const id = newId<ContactId>()
  await tx.insert(contacts).values({ id, companyId, ...input, createdAt: now() })
  await judgePeopleAnew(tx, companyId)
  await audit(tx, { action: 'contact.added', subjectType: 'company', subjectId: companyId })
  await emit(tx, 'company.plan_due', { companyId })
  return id
}
