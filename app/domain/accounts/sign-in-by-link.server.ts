import { audit } from '../audit/record.server.ts'
import { system } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import type { Browser, SignedIn } from './browser.ts'
import { accountById } from './find-account.server.ts'
import { readLoginToken, takeLoginToken } from './login-tokens.server.ts'
import { startSession } from './sessions.server.ts'

/** What the page of a sign-in link shows; opening it changes nothing. */
export async function signInLinkState(tx: Tx, token: string): Promise<'ready' | 'ended' | 'unknown'> {
  const link = await asOurselves(tx, () => readLoginToken(tx, token, 'sign_in'))
  return link.state
}

/**
 * Signs a company's contact in by the link of a mail, once.
 * @returns null for a link that was used, is too old or was never ours.
 */
export async function signInByLink(token: string, browser: Browser): Promise<SignedIn | null> {
  return withActor(system('sign-in'), async (tx) => {
    const userId = await takeLoginToken(tx, token, 'sign_in')
    const account = userId ? await accountById(tx, userId) : undefined
    if (account?.role !== 'hr_contact') return null
    await audit(tx, { action: 'account.signed_in', subjectType: 'user', subjectId: account.id })
    const session = { userId: account.id, role: account.role, complete: true, browser }
    return { token: await startSession(tx, session), role: account.role }
  })
}
