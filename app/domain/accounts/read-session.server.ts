import { eq } from 'drizzle-orm'
import type { User } from 'lucia'
import { now } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { type Actor, ANONYMOUS, system } from '../shared/actor.ts'
import type { UserId } from '../shared/ids.ts'
import { withActor } from '../shared/with-actor.server.ts'
import { accountById, isUsable } from './find-account.server.ts'
import { luciaOn } from './lucia.server.ts'
import { nextEnd, SEEN_EVERY, sessionLength } from './session-lengths.ts'
import { isTokenShaped } from './token-shape.ts'

/** Who is behind a browser. `pendingUserId` has given her password and not yet her one-time code. */
export type SessionView = { actor: Actor; sessionId: string | null; pendingUserId: UserId | null }

const NOBODY: SessionView = { actor: ANONYMOUS, sessionId: null, pendingUserId: null }

/**
 * The session behind a cookie's token: anonymous when the token is absent, unknown, ended, or its user is inactive.
 * Reading renews the idle end, writing at most once a minute.
 */
export async function readSession(token: string | null): Promise<SessionView> {
  if (!token || !isTokenShaped(token)) return NOBODY
  return withActor(system('session'), async (tx) => {
    const { session, user } = await luciaOn(tx).validateSession(sha256(token))
    if (!session || !isUsable(user)) return NOBODY
    // Whoever has left her company is out with the next request, whatever her session says.
    if (user.role === 'hr_contact' && !(await accountById(tx, user.id))) return NOBODY
    const at = now()
    if (session.complete && at.getTime() - session.lastSeenAt.getTime() >= SEEN_EVERY) {
      const expiresAt = nextEnd(at, sessionLength(user.role, true), session.absoluteEndAt)
      await tx.update(sessions).set({ lastSeenAt: at, expiresAt }).where(eq(sessions.id, session.id))
    }
    if (!session.complete) return { ...NOBODY, sessionId: session.id, pendingUserId: user.id }
    const actor = actorOf(user)
    return actor ? { actor, sessionId: session.id, pendingUserId: null } : NOBODY
  })
}

/** The actor a user is, or null for a row that says neither an organisation nor a company. */
function actorOf({ id: userId, role, orgId, companyId, contactId, name }: User): Actor | null {
  if (role !== 'hr_contact') return orgId ? { kind: 'staff', role, userId, orgId, name } : null
  return companyId && contactId ? { kind: 'hr', role, userId, companyId, contactId, name } : null
}
