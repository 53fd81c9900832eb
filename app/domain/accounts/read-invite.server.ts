import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { readLoginToken } from './login-tokens.server.ts'
import { enrolmentUri, seedOfInvite } from './totp.server.ts'

/** An invitation that is `expired` can be asked for again by who holds it, one that is `gone` only from an administrator. */
export type InviteView =
  | { state: 'ready'; name: string; email: string; seed: string; uri: string }
  | { state: 'expired' | 'gone' }

/** What the page of an invitation shows. Opening it changes nothing; the seed follows from the token. */
export async function readInvite(tx: Tx, token: string): Promise<InviteView> {
  const invite = await asOurselves(tx, () => readLoginToken(tx, token, 'invite'))
  if (invite.state === 'unknown') return { state: 'gone' }
  if (invite.state === 'ended') return { state: invite.account.passwordHash ? 'gone' : 'expired' }
  const { name, email } = invite.account
  const seed = seedOfInvite(token)
  return { state: 'ready', name, email, seed, uri: enrolmentUri(seed, email) }
}
