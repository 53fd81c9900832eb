import { audit, NETWORK_ORG } from '../audit/record.server.ts'
import { system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Browser, SignedIn } from './browser.ts'
import { type Account, accountById } from './find-account.server.ts'
import { triesOf } from './known-device.server.ts'
import { forgiveTries, spendTries } from './limits.server.ts'
import { openSession } from './open-session.server.ts'
import { passkeyRequired } from './passkey-site.server.ts'
import { hasPasskey } from './passkeys.server.ts'
import { takeCode } from './totp.server.ts'

/** Whoever signs in with a passkey and has one is not let in by a code: an imitated page could have asked her for it. */
const codeOpens = async (tx: Tx, { id, role }: Account): Promise<boolean> =>
  !passkeyRequired(role) || !(await hasPasskey(tx, id))

/** Whether the page after the password asks for a code, or tells that only the passkey or a code on paper will do. */
export const takesCode = (tx: Tx, userId: UserId): Promise<boolean> =>
  asOurselves(tx, async () => {
    const account = await accountById(tx, userId)
    return account !== undefined && codeOpens(tx, account)
  })

/**
 * The second half of a staff sign-in: a code works once, and the half session is replaced by a whole one with another
 * token, or by one that waits for a passkey.
 * @throws DomainError invalid for a wrong or used code, TooManyTries.
 */
export async function confirmCode(
  { userId, code }: { userId: UserId; code: string },
  browser: Browser,
): Promise<SignedIn> {
  const account = await withActor(system('sign-in'), (tx) => accountById(tx, userId))
  const tries = triesOf('code', account?.email ?? userId, browser)
  await spendTries(tries)
  const session = await withActor(system('sign-in'), async (tx) => {
    const right =
      account !== undefined && (await codeOpens(tx, account)) && (await takeCode(tx, account, code))
    const result = right ? 'ok' : 'denied'
    const orgId = account?.orgId ?? NETWORK_ORG
    await audit(tx, { action: 'account.signed_in', subjectType: 'user', subjectId: userId, result, orgId })
    return right ? openSession(tx, account, browser) : null
  })
  if (!session) throw new DomainError('invalid', 'account_code_wrong', 'code')
  await forgiveTries(tries)
  return session
}
