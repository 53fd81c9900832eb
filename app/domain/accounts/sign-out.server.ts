import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { endSession } from './sessions.server.ts'

/** Ends the session of the browser that asks, a half one too. Whoever has none is signed out already. */
export async function signOut(tx: Tx, sessionId: string | null): Promise<void> {
  if (!sessionId) return
  await asOurselves(tx, () => endSession(tx, sessionId))
  await audit(tx, { action: 'account.signed_out', subjectType: 'user', subjectId: userIdOf(tx.actor) })
}
