import { and, asc, eq } from 'drizzle-orm'
import { passkeys } from '#db/schema/factors.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { passkeyRequired } from './passkey-site.server.ts'
import { tellOfFactors } from './tell-of-factors.server.ts'

/** A passkey as its owner sees it. */
export type PasskeyView = { id: string; device: string; createdAt: Date; lastUsedAt: Date | null }

/** The passkeys of an account, the oldest first. */
export const passkeysOf = (tx: Tx, userId: UserId) =>
  tx.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt))

/** Whether an account has a passkey. */
export const hasPasskey = async (tx: Tx, userId: UserId): Promise<boolean> =>
  (await tx.$count(passkeys, eq(passkeys.userId, userId))) > 0

/** One's own passkeys, without their keys. */
export async function myPasskeys(tx: Tx): Promise<PasskeyView[]> {
  const userId = userIdOf(tx.actor) ?? notFound()
  const own = await passkeysOf(tx, userId)
  return own.map(({ id, device, createdAt, lastUsedAt }) => ({ id, device, createdAt, lastUsedAt }))
}

/**
 * Forgets one of one's own passkeys: from the next request on it opens nothing.
 * @throws DomainError not_found for one that is not hers; refused for the last where the role needs one.
 */
export async function removePasskey(tx: Tx, id: string): Promise<void> {
  const { actor } = tx
  if (actor.kind !== 'staff' && actor.kind !== 'hr') notFound()
  await asOurselves(tx, async () => {
    const own = await tx.select().from(passkeys).where(eq(passkeys.userId, actor.userId)).for('update')
    if (!own.some((passkey) => passkey.id === id)) notFound()
    if (own.length === 1 && passkeyRequired(actor.role)) {
      throw new DomainError('refused', 'security_passkey_last')
    }
    await tx.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.userId, actor.userId)))
  })
  await audit(tx, { action: 'account.passkey_removed', subjectType: 'user', subjectId: actor.userId })
  await tellOfFactors(tx, actor.userId)
}
