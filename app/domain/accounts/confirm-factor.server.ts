import { now } from '#app/platform/clock.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf, type Actor } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import type { Browser } from './browser.ts'
import { type Account, accountById } from './find-account.server.ts'
import { triesOf } from './known-device.server.ts'
import { forgiveTries, spendTries } from './limits.server.ts'
import type { PasskeyAnswer } from './passkey-answer.schema.server.ts'
import { passkeyRequired } from './passkey-site.server.ts'
import { hasPasskey } from './passkeys.server.ts'
import { rotateSession } from './sessions.server.ts'
import { takeCode } from './totp.server.ts'
import { verifyPasskey } from './verify-passkey.server.ts'

/** By what somebody signed in can show that it is still her; neither for a company's contact who has made no passkey. */
export type Factors = { passkey: boolean; code: boolean }

/** A code is no proof for whoever signs in with a passkey and nothing less. */
const codeCounts = ({ role, totpSecret }: Account): boolean => totpSecret !== null && !passkeyRequired(role)

const self = (tx: Tx) => asOurselves(tx, () => accountById(tx, userIdOf(tx.actor) ?? notFound()))

/** What the page that asks for a second factor once more offers. */
export async function myFactors(tx: Tx): Promise<Factors> {
  const account = (await self(tx)) ?? notFound()
  return { passkey: await hasPasskey(tx, account.id), code: codeCounts(account) }
}

type Given = { code: string } | { passkey: PasskeyAnswer }

async function fits(tx: Tx, account: Account, given: Given): Promise<boolean> {
  if ('code' in given) return codeCounts(account) && takeCode(tx, account, given.code)
  return (await verifyPasskey(tx, given.passkey, { purpose: 'confirm', userId: account.id })).right
}

/**
 * Takes a second factor once more, for what needs a fresh one. The session goes on under another token, to the same end.
 * @returns the token for the browser's cookie.
 * @throws DomainError invalid for a wrong or used code and for a passkey that is refused; TooManyTries.
 */
export async function confirmFactor(actor: Actor, given: Given, browser: Browser): Promise<string> {
  const account = (await withActor(actor, self)) ?? notFound()
  const tries = triesOf('code', account.email, browser)
  await spendTries(tries)
  const token = await withActor(actor, async (tx) => {
    const right = await asOurselves(tx, () => fits(tx, account, given))
    const result = right ? 'ok' : 'denied'
    await audit(tx, { action: 'account.factor_given', subjectType: 'user', subjectId: account.id, result })
    return right ? rotateSession(tx, browser.sessionId ?? '', { factorAt: now() }) : null
  })
  if (!token) {
    throw 'code' in given
      ? new DomainError('invalid', 'account_code_wrong', 'code')
      : new DomainError('invalid', 'security_passkey_refused')
  }
  await forgiveTries(tries)
  return token
}
