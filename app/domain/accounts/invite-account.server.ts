import { and, eq, ne } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Invite } from './invite-account.schema.server.ts'

/**
 * Opens an account for somebody of an organisation and mails her the invitation. She chooses the password; nobody else
 * ever knows it.
 * @throws DomainError conflict when the address has an account already, invalid for an organisation that is no more.
 */
export async function inviteAccount(tx: Tx, { name, email, role, orgId }: Invite): Promise<UserId> {
  authorise(tx, 'accounts.manage')
  const of = orgId as OrganisationId
  const [organisation] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, of), eq(organisations.active, true)))
  if (!organisation) throw new DomainError('invalid', 'account_organisation_missing', 'orgId')
  const id = newId<UserId>()
  const inserted = await tx
    .insert(users)
    .values({ id, role, orgId: of, name, email, createdAt: now() })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id })
  if (inserted.length === 0) throw new DomainError('conflict', 'account_email_taken', 'email')
  await audit(tx, { action: 'account.invited', subjectType: 'user', subjectId: id, orgId: of })
  await emit(tx, 'account.invited', { userId: id })
  return id
}

/**
 * Mails the invitation again: to whom has lost the first, her password or her telephone. What she has keeps working
 * until she has chosen anew.
 */
export async function inviteAgain(tx: Tx, userId: UserId): Promise<void> {
  authorise(tx, 'accounts.manage')
  const [account] = await tx
    .select({ active: users.active })
    .from(users)
    .where(and(eq(users.id, userId), ne(users.role, 'hr_contact')))
  if (!account) notFound()
  if (!account.active) throw new DomainError('conflict', 'account_not_active')
  await audit(tx, { action: 'account.invited', subjectType: 'user', subjectId: userId })
  await emit(tx, 'account.invited', { userId })
}
