import { and, asc, eq } from 'drizzle-orm'
import { contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { authorise } from '../access/authorise.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockCompany } from './lock-company.server.ts'

/** The task that a sign-up for a known company leaves, and that stands for the request until somebody answers it. */
export const ACCESS_ASKED = 'account_task_access_asked'

/** Who has asked to enter a company's area and waits for an answer, the longest waiting first. */
export async function accessRequests(tx: Tx, companyId: CompanyId) {
  return tx
    .select({ contactId: contacts.id, name: contacts.name, email: contacts.email, at: followUps.createdAt })
    .from(followUps)
    .innerJoin(contacts, and(eq(contacts.id, followUps.contactId), eq(contacts.companyId, companyId)))
    .where(openFor(companyId))
    .orderBy(asc(followUps.createdAt))
}

const openFor = (companyId: CompanyId) =>
  and(
    eq(followUps.companyId, companyId),
    eq(followUps.template, ACCESS_ASKED),
    eq(followUps.state, 'planned'),
  )

/**
 * The request that a command is about to answer, locked with its company.
 * @throws DomainError not_found where another organisation leads the company, conflict when somebody has answered it.
 */
export async function lockAccessRequest(tx: Tx, companyId: CompanyId, contactId: ContactId) {
  const { leadOrgId } = await lockCompany(tx, companyId)
  authorise(tx, 'contact.admit', { leadOrgId })
  const [request] = await tx
    .select({ taskId: followUps.id, contact: contacts })
    .from(followUps)
    .innerJoin(contacts, and(eq(contacts.id, followUps.contactId), eq(contacts.companyId, companyId)))
    .where(and(openFor(companyId), eq(followUps.contactId, contactId)))
    .for('update')
  if (!request) throw new DomainError('conflict', 'relationship_access_answered')
  return request
}
