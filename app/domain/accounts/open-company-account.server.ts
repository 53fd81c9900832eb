import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, ContactId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Holder = { companyId: CompanyId; contactId: ContactId; name: string; email: string; locale: string }

/**
 * Opens an account for a contact of a company and mails her a sign-in link. The caller has authorised its actor: accounts
 * of companies are hidden from the network's people.
 * @throws DomainError conflict when the address has an account already.
 */
export async function openCompanyAccount(tx: Tx, holder: Holder): Promise<UserId> {
  const id = newId<UserId>()
  const opened = await asOurselves(tx, () =>
    tx
      .insert(users)
      .values({ id, role: 'hr_contact', ...holder, createdAt: now() })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id }),
  )
  if (opened.length === 0) throw new DomainError('conflict', 'account_email_taken')
  await audit(tx, { action: 'account.opened', subjectType: 'user', subjectId: id })
  await emit(tx, 'account.sign_in_link_asked', { userId: id })
  return id
}
