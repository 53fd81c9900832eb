import { audit, NETWORK_ORG } from '../audit/record.server.ts'
import { system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import { withActor } from '../shared/with-actor.server.ts'
import type { Browser, SignedIn } from './browser.ts'
import { spendTries } from './limits.server.ts'
import { openSession } from './open-session.server.ts'
import type { PasskeyAnswer } from './passkey-answer.schema.server.ts'
import { verifyPasskey } from './verify-passkey.server.ts'

/**
 * Signs in whoever holds a passkey: something she has and, by finger, face or number, something of her own; no password and
 * no code. It says whose it is, so that no address is asked for and none can be tried.
 * @throws DomainError invalid for every answer that is refused, with one reason; TooManyTries.
 */
export async function signInWithPasskey(answer: PasskeyAnswer, browser: Browser): Promise<SignedIn> {
  await spendTries([{ limit: 'address', of: browser.address }])
  const session = await withActor(system('sign-in'), async (tx) => {
    const { account, right } = await verifyPasskey(tx, answer, { purpose: 'sign_in' })
    await audit(tx, {
      ...{ action: 'account.passkey_given', subjectType: 'user', subjectId: account?.id ?? null },
      ...{ result: right ? 'ok' : 'denied', orgId: account?.orgId ?? NETWORK_ORG },
    })
    return right ? openSession(tx, account, browser, { passkey: true }) : null
  })
  if (!session) throw new DomainError('invalid', 'security_passkey_refused')
  return session
}
