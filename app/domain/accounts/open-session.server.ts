import type { Tx } from '../shared/with-actor.server.ts'
import type { Browser, SignedIn } from './browser.ts'
import type { Account } from './find-account.server.ts'
import { markDevice } from './known-device.server.ts'
import { passkeyRequired } from './passkey-site.server.ts'
import { startSession } from './sessions.server.ts'

/**
 * Signs in whoever has proved all that was asked. Where her role needs a passkey and she came by something else, the
 * session can do nothing but register one: so nobody is shut out, and nobody goes on without.
 */
export async function openSession(
  tx: Tx,
  { id: userId, role, email }: Pick<Account, 'id' | 'role' | 'email'>,
  browser: Browser,
  { passkey = false } = {},
): Promise<SignedIn> {
  const enrol = passkeyRequired(role) && !passkey
  const token = await startSession(tx, { userId, role, complete: !enrol, factor: true, browser })
  return { token, role, mark: markDevice(email), enrol }
}
