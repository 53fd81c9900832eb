import { now } from '#app/platform/clock.server.ts'
import { isSigned, randomToken, sha256, sign } from '#app/platform/crypto.server.ts'
import { spentChallenges } from '#db/schema/factors.ts'
import { MINUTE } from '../shared/durations.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** What a signature is asked for: one that was asked for something else, or of somebody else, is none. */
export type ChallengeUse =
  | { purpose: 'sign_in' }
  | { purpose: 'register'; userId: UserId }
  | { purpose: 'confirm'; userId: UserId }

export const CHALLENGE_LASTS = 5 * MINUTE

const PURPOSE = 'passkey-challenge'

const signed = (use: ChallengeUse, nonce: string, until: string): string =>
  [use.purpose, 'userId' in use ? use.userId : '', nonce, until].join(' ')

/**
 * A challenge for a passkey to sign. It carries its own end and our seal, so that asking leaves nothing in the
 * database: anybody may ask.
 */
export function newChallenge(use: ChallengeUse): Uint8Array<ArrayBuffer> {
  const nonce = randomToken(16)
  const until = String(now().getTime() + CHALLENGE_LASTS)
  return new TextEncoder().encode([nonce, until, sign(PURPOSE, signed(use, nonce, until))].join('.'))
}

/**
 * Uses a challenge up, as it comes back in base64url.
 * @returns false for one that is not ours, was made for something else, is too old, or has been used.
 */
export async function claimChallenge(tx: Tx, given: string, use: ChallengeUse): Promise<boolean> {
  const [nonce = '', until = '', signature = ''] = Buffer.from(given, 'base64url').toString('utf8').split('.')
  if (!isSigned(PURPOSE, signed(use, nonce, until), signature)) return false
  const expiresAt = new Date(Number(until))
  if (expiresAt <= now()) return false
  const spent = await tx
    .insert(spentChallenges)
    .values({ hash: sha256(nonce), expiresAt })
    .onConflictDoNothing()
    .returning({ hash: spentChallenges.hash })
  return spent.length > 0
}
