import { audit, NETWORK_ORG } from '../audit/record.server.ts'
import { system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import type { Browser, SignedIn } from './browser.ts'
import { type Account, accountById } from './find-account.server.ts'
import { markDevice } from './known-device.server.ts'
import { forgiveTries, spendTries, type Try } from './limits.server.ts'
import { startSession } from './sessions.server.ts'
import { openSeed, stepOfCode, claimStep } from './totp.server.ts'

async function isRight(tx: Tx, { id, totpSecret }: Account, code: string): Promise<boolean> {
  const step = totpSecret && stepOfCode(openSeed(id, totpSecret), code)
  return typeof step === 'number' && claimStep(tx, id, step)
}

/**
 * The second half of a staff sign-in: a code works once, and the half session is replaced by a whole one with another
 * token.
 * @throws DomainError invalid for a wrong or used code, TooManyTries.
 */
export async function confirmCode(
  { userId, code }: { userId: UserId; code: string },
  browser: Browser,
): Promise<SignedIn> {
  const tries: Try[] = [
    { limit: 'code', of: userId },
    { limit: 'address', of: browser.address },
  ]
  await spendTries(tries)
  const session = await withActor(system('sign-in'), async (tx) => {
    const account = await accountById(tx, userId)
    const right = account !== undefined && (await isRight(tx, account, code))
    const result = right ? 'ok' : 'denied'
    const orgId = account?.orgId ?? NETWORK_ORG
    await audit(tx, { action: 'account.signed_in', subjectType: 'user', subjectId: userId, result, orgId })
    if (!right) return null
    const token = await startSession(tx, { userId, role: account.role, complete: true, browser })
    return { token, role: account.role, mark: markDevice(account.email) }
  })
  if (!session) throw new DomainError('invalid', 'account_code_wrong', 'code')
  await forgiveTries(tries)
  return session
}
