import { eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { audit } from '../audit/record.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import { withActor } from '../shared/with-actor.server.ts'
import type { Browser } from './browser.ts'
import { accountById } from './find-account.server.ts'
import { judgePassword } from './judge-password.server.ts'
import { triesOf } from './known-device.server.ts'
import { forgiveTries, spendTries } from './limits.server.ts'
import { hashPassword, passwordFits } from './password.server.ts'
import { endSessionsOf, rotateSession } from './sessions.server.ts'
import { tellOfFactors } from './tell-of-factors.server.ts'

/**
 * Changes one's own password. Every other browser of hers is signed out, and this one goes on under another token.
 * @returns the token for the browser's cookie.
 * @throws DomainError invalid beside the field that is wrong, refused for an account of the demo, which is everybody's;
 * TooManyTries.
 */
export async function changePassword(
  actor: StaffActor,
  { current, password }: { current: string; password: string },
  browser: Browser,
): Promise<string> {
  const { userId } = actor
  const account = (await withActor(actor, (tx) => accountById(tx, userId))) ?? notFound()
  if (account.demo) throw new DomainError('refused', 'security_password_demo')
  const tries = triesOf('password', account.email, browser)
  await spendTries(tries)
  if (!(await passwordFits(current, account.passwordHash))) {
    throw new DomainError('invalid', 'security_password_current_wrong', 'current')
  }
  await forgiveTries(tries)
  const fault = judgePassword(password, [account.name, account.email])
  if (fault) throw new DomainError('invalid', fault, 'password')
  if (password === current) throw new DomainError('invalid', 'security_password_same', 'password')
  const passwordHash = await hashPassword(password)
  return withActor(actor, async (tx) => {
    const sessionId = browser.sessionId ?? ''
    await asOurselves(tx, () => tx.update(users).set({ passwordHash }).where(eq(users.id, userId)))
    await endSessionsOf(tx, userId, sessionId)
    await audit(tx, { action: 'account.password_changed', subjectType: 'user', subjectId: userId })
    await tellOfFactors(tx, userId)
    return (await rotateSession(tx, sessionId)) ?? notFound()
  })
}
