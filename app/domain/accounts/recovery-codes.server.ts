import { randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { recoveryCodes } from '#db/schema/factors.ts'
import { audit } from '../audit/record.server.ts'
import { type Actor, userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { notFound } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import { hashPassword } from './password.server.ts'
import { RECOVERY_CODES, RECOVERY_LENGTH, RECOVERY_SIGNS, writeRecoveryCode } from './recovery-code-shape.ts'
import { tellOfFactors } from './tell-of-factors.server.ts'

const newSigns = (): string =>
  Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_SIGNS[randomInt(RECOVERY_SIGNS.length)]).join('')

/**
 * Makes one's recovery codes anew; the former ones open nothing any more.
 * @returns the codes, which exist nowhere else: they are shown this once.
 */
export async function makeRecoveryCodes(actor: Actor): Promise<string[]> {
  const userId = userIdOf(actor) ?? notFound()
  const signs = Array.from({ length: RECOVERY_CODES }, newSigns)
  const hashes = await Promise.all(signs.map(hashPassword))
  const createdAt = now()
  await withActor(actor, async (tx) => {
    await asOurselves(tx, async () => {
      // Of two presses at once the second waits, and its codes are those that stand.
      await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
      await tx
        .insert(recoveryCodes)
        .values(hashes.map((hash, index) => ({ userId, number: index + 1, hash, createdAt })))
    })
    await audit(tx, { action: 'account.recovery_codes_made', subjectType: 'user', subjectId: userId })
    await tellOfFactors(tx, userId)
  })
  return signs.map((code, index) => writeRecoveryCode(index + 1, code))
}

/** The hash of an unused code, or null. */
export async function recoveryHash(tx: Tx, userId: UserId, number: number): Promise<string | null> {
  const [code] = await tx.select().from(recoveryCodes).where(unused(userId, number))
  return code?.hash ?? null
}

/**
 * Uses a code up, in one statement, so that of two browsers with the same code one comes first.
 * @returns false where it was used, or its set replaced, meanwhile.
 */
export async function claimRecoveryCode(
  tx: Tx,
  userId: UserId,
  { number, hash }: { number: number; hash: string },
): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(and(unused(userId, number), eq(recoveryCodes.hash, hash)))
    .returning({ number: recoveryCodes.number })
  return taken.length > 0
}

/** How many of one's codes are left; null for whoever has made none. */
export async function recoveryCodesLeft(tx: Tx): Promise<number | null> {
  const userId = userIdOf(tx.actor) ?? notFound()
  const codes = await tx.select().from(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  return codes.length === 0 ? null : codes.filter(({ usedAt }) => usedAt === null).length
}

const unused = (userId: UserId, number: number) =>
  and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.number, number), isNull(recoveryCodes.usedAt))
