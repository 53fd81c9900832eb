import { and, eq } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { ownedBy, ownsAnything } from '../ownership/owned-by.server.ts'
import { closeOwner } from '../ownership/owner-lock.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { endSessionsOf } from './sessions.server.ts'

async function setActive(tx: Tx, userId: UserId, active: boolean): Promise<void> {
  const [account] = await tx
    .update(users)
    .set({ active })
    .where(eq(users.id, userId))
    .returning({ orgId: users.orgId })
  if (!account) notFound()
  const action = active ? 'account.reactivated' : 'account.deactivated'
  await audit(tx, { action, subjectType: 'user', subjectId: userId })
}

/** Whether companies, tasks or persons depend on an account; whose, an administrator is not told. */
export async function ownsSomething(tx: Tx, userId: UserId): Promise<boolean> {
  authorise(tx, 'accounts.manage')
  return ownsAnything(await asOurselves(tx, () => ownedBy(tx, userId)))
}

/**
 * Shuts an account: its sessions end with the transaction, its links and password open nothing any more. What the
 * person wrote stays the network's, and what she still owns is handed over first.
 * @throws DomainError refused for one's own account, so that an administrator is always left; conflict while companies,
 * tasks or persons depend on it.
 */
export async function deactivateAccount(tx: Tx, userId: UserId): Promise<void> {
  authorise(tx, 'accounts.manage')
  if (userIdOf(tx.actor) === userId) throw new DomainError('refused', 'admin_not_oneself')
  // Whatever is being given to her at this moment is counted too.
  await closeOwner(tx, userId)
  if (await ownsSomething(tx, userId)) {
    throw new DomainError('conflict', 'handover_needed')
  }
  await setActive(tx, userId, false)
  await asOurselves(tx, () => endSessionsOf(tx, userId))
}

/**
 * Opens an account again, with the password and the telephone it had.
 * @throws DomainError conflict while its organisation is out of the network.
 */
export async function reactivateAccount(tx: Tx, userId: UserId): Promise<void> {
  authorise(tx, 'accounts.manage')
  const [left] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .innerJoin(users, eq(users.orgId, organisations.id))
    .where(and(eq(users.id, userId), eq(organisations.active, false)))
  if (left) throw new DomainError('conflict', 'admin_organisation_left')
  await setActive(tx, userId, true)
}
