import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { system } from '../shared/actor.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import { type Account, accountByEmail } from './find-account.server.ts'
import { spendTries } from './limits.server.ts'
import { readLoginToken } from './login-tokens.server.ts'

/** The worker makes the token while it writes the mail; nobody but a company gets one. */
async function leaveLink(tx: Tx, account: Account | undefined): Promise<void> {
  const sent = account?.role === 'hr_contact' ? account.id : null
  const result = sent ? 'ok' : 'denied'
  await audit(tx, { action: 'account.link_asked', subjectType: 'user', subjectId: sent, result })
  if (sent) await emit(tx, 'account.sign_in_link_asked', { userId: sent })
}

/**
 * Mails a sign-in link to a company's contact. The answer is the same for an address we don't know, and nothing is
 * sent there.
 * @throws TooManyTries.
 */
export async function askSignInLink(email: string, address: string): Promise<void> {
  await spendTries([
    { limit: 'link', of: email },
    { limit: 'address', of: address },
  ])
  await withActor(system('sign-in'), async (tx) => leaveLink(tx, await accountByEmail(tx, email)))
}

/**
 * Mails a new link to whom an old one was sent. She who holds it gets nothing but that mail.
 * @throws TooManyTries.
 */
export async function renewSignInLink(token: string, address: string): Promise<void> {
  await spendTries([{ limit: 'address', of: address }])
  const link = await withActor(system('sign-in'), (tx) => readLoginToken(tx, token, 'sign_in'))
  if (link.state === 'unknown') return
  await spendTries([{ limit: 'link', of: link.account.email }])
  await withActor(system('sign-in'), (tx) => leaveLink(tx, link.account))
}
