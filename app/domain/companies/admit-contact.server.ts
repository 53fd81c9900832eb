import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { openCompanyAccount } from '../accounts/open-company-account.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockAccessRequest } from './access-requests.server.ts'
import { judgePeopleAnew } from './judge-people-anew.server.ts'

/**
 * Lets somebody who asked into her company's area: she becomes one of its contacts, gets an account and a sign-in link, and
 * the task that asked about her is settled.
 * @throws DomainError not_found where another organisation leads the company, conflict when it was answered already or her
 * address has an account elsewhere.
 */
export async function admitContact(tx: Tx, companyId: CompanyId, contactId: ContactId): Promise<void> {
  const { taskId, contact } = await lockAccessRequest(tx, companyId, contactId)
  const { name, email, locale } = contact
  if (!email) throw new DomainError('conflict', 'relationship_access_answered')
  await tx.update(contacts).set({ active: true }).where(eq(contacts.id, contactId))
  await judgePeopleAnew(tx, companyId)
  await openCompanyAccount(tx, { companyId, contactId, name, email, locale })
  await tx
    .update(followUps)
    .set({ state: 'done', doneAt: now(), doneBy: userIdOf(tx.actor) })
    .where(eq(followUps.id, taskId))
  await audit(tx, { action: 'contact.admitted', subjectType: 'company', subjectId: companyId })
  await emit(tx, 'company.plan_due', { companyId })
}
