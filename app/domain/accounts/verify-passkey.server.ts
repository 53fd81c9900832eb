import type { AuthenticationResponseJSON, AuthenticatorTransport } from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { passkeys } from '#db/schema/factors.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { type Account, accountById } from './find-account.server.ts'
import type { PasskeyAnswer } from './passkey-answer.schema.server.ts'
import { type ChallengeUse, claimChallenge, newChallenge } from './passkey-challenges.server.ts'
import { passkeySite } from './passkey-site.server.ts'
import { passkeysOf } from './passkeys.server.ts'
import { webauthn } from './webauthn.server.ts'

async function asked(use: ChallengeUse, own: { id: string; transports: string[] }[]) {
  const { generateAuthenticationOptions } = await webauthn()
  return generateAuthenticationOptions({
    rpID: passkeySite().id,
    challenge: newChallenge(use),
    userVerification: 'required',
    allowCredentials: own.map(({ id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransport[],
    })),
  })
}

/** What a browser is asked to sign in order to sign in: no account is named, the passkey itself says whose it is. */
export const signInOptions = () => asked({ purpose: 'sign_in' }, [])

/** What a browser is asked to sign in order to show that it is still her, by one of her own passkeys. */
export const confirmOptions = async (tx: Tx, userId: UserId) =>
  asked({ purpose: 'confirm', userId }, await passkeysOf(tx, userId))

/** Whose passkey an answer is said to come from, and whether it does. */
export type Verdict = { account: Account; right: boolean } | { account: null; right: false }

const UNKNOWN: Verdict = { account: null, right: false }

/**
 * Judges a passkey's answer. Refused: an unknown passkey, another site's, an answer to another challenge or a second
 * one to the same, a signature that does not fit or whose number has gone back, a passkey that did not ask its holder
 * for finger, face or number, and an account that may not sign in.
 */
export async function verifyPasskey(tx: Tx, answer: PasskeyAnswer, use: ChallengeUse): Promise<Verdict> {
  const [passkey] = await tx.select().from(passkeys).where(eq(passkeys.id, answer.id)).for('update')
  if (!passkey || (use.purpose === 'confirm' && passkey.userId !== use.userId)) return UNKNOWN
  const account = await accountById(tx, passkey.userId)
  if (!account) return UNKNOWN
  const site = passkeySite()
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: (challenge) => claimChallenge(tx, challenge, use),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => null)
  if (!verified?.verified) return { account, right: false }
  const { newCounter: counter } = verified.authenticationInfo
  await tx.update(passkeys).set({ counter, lastUsedAt: now() }).where(eq(passkeys.id, passkey.id))
  return { account, right: true }
}
