import type { AuthenticatorTransport, RegistrationResponseJSON } from '@simplewebauthn/server'
import { now } from '#app/platform/clock.server.ts'
import { passkeys } from '#db/schema/factors.ts'
import { audit, NETWORK_ORG } from '../audit/record.server.ts'
import { system, userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import type { Browser, SignedIn } from './browser.ts'
import { type Account, accountById } from './find-account.server.ts'
import { openSession } from './open-session.server.ts'
import type { PasskeyAnswer } from './passkey-answer.schema.server.ts'
import { claimChallenge, newChallenge } from './passkey-challenges.server.ts'
import { MOST_PASSKEYS } from './passkey-rules.ts'
import { passkeySite } from './passkey-site.server.ts'
import { passkeysOf } from './passkeys.server.ts'
import { tellOfFactors } from './tell-of-factors.server.ts'
import { webauthn } from './webauthn.server.ts'

/** ES256 and RS256: what every device has. */
const ALGORITHMS = [-7, -257]

/** What a browser is asked for a new passkey of an account: one that names its holder by itself, and asks for her finger. */
export async function registrationOptions(tx: Tx, userId: UserId) {
  return asOurselves(tx, async () => {
    const { email, name } = (await accountById(tx, userId)) ?? notFound()
    const own = await passkeysOf(tx, userId)
    const site = passkeySite()
    const { generateRegistrationOptions } = await webauthn()
    return generateRegistrationOptions({
      rpName: site.name,
      rpID: site.id,
      userName: email,
      userDisplayName: name,
      userID: new TextEncoder().encode(userId),
      challenge: newChallenge({ purpose: 'register', userId }),
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: own.map(({ id, transports }) => ({
        id,
        transports: transports as AuthenticatorTransport[],
      })),
    })
  })
}

/** Keeps a new passkey, after all that its browser says of it was verified. */
async function keep(tx: Tx, userId: UserId, answer: PasskeyAnswer, device: string): Promise<void> {
  if ((await passkeysOf(tx, userId)).length >= MOST_PASSKEYS) {
    throw new DomainError('refused', 'security_passkey_many')
  }
  const site = passkeySite()
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge: (challenge) => claimChallenge(tx, challenge, { purpose: 'register', userId }),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null)
  if (!verified?.verified) throw new DomainError('invalid', 'security_passkey_refused')
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  const kept = await tx
    .insert(passkeys)
    .values({ id, userId, publicKey: Buffer.from(publicKey), counter, transports, device, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: passkeys.id })
  if (kept.length === 0) throw new DomainError('invalid', 'security_passkey_refused')
}

async function told(
  tx: Tx,
  { id, orgId }: Pick<Account, 'id'> & { orgId?: Account['orgId'] },
): Promise<void> {
  await audit(tx, {
    ...{ action: 'account.passkey_added', subjectType: 'user', subjectId: id },
    ...(orgId ? { orgId } : {}),
  })
  await tellOfFactors(tx, id)
}

/**
 * Adds a passkey to one's own account.
 * @throws DomainError invalid for what is not a new passkey of this site, refused beyond the most one may have.
 */
export async function addPasskey(tx: Tx, answer: PasskeyAnswer, device: string): Promise<void> {
  const userId = userIdOf(tx.actor) ?? notFound()
  await asOurselves(tx, () => keep(tx, userId, answer, device))
  await told(tx, { id: userId })
}

/**
 * Ends a sign-in that waited for a passkey to be made: the half session becomes a whole one, with another token.
 * @throws DomainError as `addPasskey`.
 */
export function enrolPasskey(userId: UserId, answer: PasskeyAnswer, browser: Browser): Promise<SignedIn> {
  return withActor(system('sign-in'), async (tx) => {
    const account = (await accountById(tx, userId)) ?? notFound()
    await keep(tx, userId, answer, browser.device)
    await told(tx, { id: userId, orgId: account.orgId ?? NETWORK_ORG })
    return openSession(tx, account, browser, { passkey: true })
  })
}
