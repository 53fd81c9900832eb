import { and, eq } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
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

/**
 * Shuts an account: its sessions end with the transaction, its links and password open nothing any more. What the
 * person wrote stays the network's.
 * @throws DomainError refused for one's own account, so that an administrator is always left.
 */
export async function deactivateAccount(tx: Tx, userId: UserId): Promise<void> {
  authorise(tx, 'accounts.manage')
  if (userIdOf(tx.actor) === userId) throw new DomainError('refused', 'admin_not_oneself')
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
