import type { UserId } from '../shared/ids.ts'
import { audit } from '../audit/record.server.ts'
import { system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import { withActor } from '../shared/with-actor.server.ts'
import type { Browser } from './browser.ts'
import { accountByEmail } from './find-account.server.ts'
import { triesOf } from './known-device.server.ts'
import { forgiveTries, spendTries } from './limits.server.ts'
import { passwordFits } from './password.server.ts'
import { startSession } from './sessions.server.ts'

/** An account that signs in by password has a one-time code too; companies have neither. */
async function staffAccount(email: string) {
  const account = await withActor(system('sign-in'), (tx) => accountByEmail(tx, email))
  return account?.totpSecret && account.role !== 'hr_contact' ? account : undefined
}

/** Sign-ins are told in the network's chain, so that a wrong address costs the same statement as a wrong password. */
const record = (subjectId: UserId | null, result: 'ok' | 'denied') =>
  withActor(system('sign-in'), (tx) =>
    audit(tx, { action: 'account.password_given', subjectType: 'user', subjectId, result }),
  )

/**
 * The first half of a staff sign-in. An unknown address, a company's, an inactive account and a wrong password get one
 * answer for the same work. Tries count before they are made, those
 * of a browser she has signed in with apart.
 * @returns the token of a session that can do nothing but confirm the one-time code.
 * @throws DomainError invalid when they don't belong together; TooManyTries.
 */
export async function signInWithPassword(
  { email, password }: { email: string; password: string },
  browser: Browser,
): Promise<string> {
  const tries = triesOf('password', email, browser)
  await spendTries(tries)
  const account = await staffAccount(email)
  const fits = await passwordFits(password, account?.passwordHash ?? null)
  if (!account || !fits) {
    await record(account?.id ?? null, 'denied')
    throw new DomainError('invalid', 'account_credentials_wrong')
  }
  await forgiveTries(tries)
  await record(account.id, 'ok')
  return withActor(system('sign-in'), (tx) =>
    startSession(tx, { userId: account.id, role: account.role, complete: false, browser }),
  )
}
