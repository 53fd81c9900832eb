import { audit, NETWORK_ORG } from '../audit/record.server.ts'
import { system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import { withActor } from '../shared/with-actor.server.ts'
import type { Browser, SignedIn } from './browser.ts'
import { accountById } from './find-account.server.ts'
import { triesOf } from './known-device.server.ts'
import { forgiveTries, spendTries } from './limits.server.ts'
import { openSession } from './open-session.server.ts'
import { passwordFits } from './password.server.ts'
import type { RecoveryCode } from './recovery-code.schema.server.ts'
import { claimRecoveryCode, recoveryHash } from './recovery-codes.server.ts'

/**
 * The second half of a staff sign-in for whoever has lost her telephone: one of the codes on paper, once.
 * @throws DomainError invalid for a wrong or used code, TooManyTries.
 */
export async function signInWithRecoveryCode(
  { userId, code: { number, signs } }: { userId: UserId; code: RecoveryCode },
  browser: Browser,
): Promise<SignedIn> {
  const { account, hash } = await withActor(system('sign-in'), async (tx) => ({
    account: await accountById(tx, userId),
    hash: await recoveryHash(tx, userId, number),
  }))
  const tries = triesOf('code', account?.email ?? userId, browser)
  await spendTries(tries)
  const fits = await passwordFits(signs, hash)
  const session = await withActor(system('sign-in'), async (tx) => {
    const right =
      account !== undefined &&
      hash !== null &&
      fits &&
      (await claimRecoveryCode(tx, userId, { number, hash }))
    await audit(tx, {
      ...{ action: 'account.recovery_code_given', subjectType: 'user', subjectId: userId },
      ...{ result: right ? 'ok' : 'denied', orgId: account?.orgId ?? NETWORK_ORG },
    })
    return right ? openSession(tx, account, browser) : null
  })
  if (!session) throw new DomainError('invalid', 'security_recovery_wrong', 'recovery')
  await forgiveTries(tries)
  return session
}
