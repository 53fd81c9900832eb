import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { now } from '#app/platform/clock.server.ts'
import { sealSecret, secretKeys, sign, unsealSecret } from '#app/platform/crypto.server.ts'
import type { KeyRing } from '#app/platform/key-ring.server.ts'
import { users } from '#db/schema/accounts.ts'
import { SECOND } from '../shared/durations.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

const ISSUER = 'Passaparola'
const STEP = 30 * SECOND
/** Telephones run early or late: the code before and the one after are taken too, each once. */
const WINDOW = 1
/** Bytes of a seed: the length of SHA-1, as RFC 4226 asks. */
const SEED = 20

const totpOf = (seed: string, label = ISSUER) =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(seed), digits: 6, period: STEP / SECOND })

const stepNow = (): number => Math.floor(now().getTime() / STEP)

/** Where a sealed seed belongs: moved to another account it can't be opened. */
const placeOf = (userId: UserId): string => `users.totp_secret:${userId}`

const PURPOSE = 'totp'

/** The keys that seeds are sealed with. */
export const seedKeys = (): KeyRing => secretKeys(PURPOSE)

/** A seed as the database keeps it. */
export const sealSeed = (userId: UserId, seed: string): Buffer => sealSecret(PURPOSE, seed, placeOf(userId))

/** The seed of an account, in base32. */
export const openSeed = (userId: UserId, sealed: Buffer): string =>
  unsealSecret(PURPOSE, sealed, placeOf(userId))

/**
 * The seed that an invitation enrols. It follows from the invitation's token, so that a page opened twice shows the
 * same code to scan, and nothing has to be kept before the person has proved that her telephone has it.
 */
export const seedOfInvite = (token: string): string => {
  const bytes = Buffer.from(sign('totp-enrolment', token), 'base64url').subarray(0, SEED)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

/** The address that a telephone reads from the QR code. */
export const enrolmentUri = (seed: string, email: string): string => totpOf(seed, email).toString()

/** The 30-second step that `code` belongs to, or null where it belongs to none of those taken now. */
export function stepOfCode(seed: string, code: string): number | null {
  const delta = totpOf(seed).validate({ token: code, timestamp: now().getTime(), window: WINDOW })
  return delta === null ? null : stepNow() + delta
}

/**
 * Uses a step up, in one statement, so that of two browsers with the same code one comes first.
 * @returns false when that step, or a later one, has been used already.
 */
async function claimStep(tx: Tx, userId: UserId, step: number): Promise<boolean> {
  const unused = or(isNull(users.totpLastStep), lt(users.totpLastStep, step))
  const taken = await tx
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, userId), unused))
    .returning({ id: users.id })
  return taken.length > 0
}

/** Whether a code is right for an account; a right one is used up. */
export async function takeCode(
  tx: Tx,
  { id, totpSecret }: { id: UserId; totpSecret: Buffer | null },
  code: string,
): Promise<boolean> {
  const step = totpSecret && stepOfCode(openSeed(id, totpSecret), code)
  return typeof step === 'number' && claimStep(tx, id, step)
}

/** A code that works now: the current one, or the next where the current was used. For demo accounts and tests. */
export function workingCode(seed: string, lastStep: number | null): string {
  const step = Math.max(stepNow(), (lastStep ?? -1) + 1)
  return totpOf(seed).generate({ timestamp: step * STEP })
}
