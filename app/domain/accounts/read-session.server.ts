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

/** Who is behind a browser. */
export type SessionView = {
  actor: Actor
  sessionId: string | null
  /** Has given her password and not yet her one-time code or, where `enrolling`, not yet a passkey. */
  pendingUserId: UserId | null
  enrolling: boolean
  /** When she last gave a second factor. */
  factorAt: Date | null
}

const NOBODY: SessionView = {
  actor: ANONYMOUS,
  sessionId: null,
  pendingUserId: null,
  enrolling: false,
  factorAt: null,
}

/**
 * The session behind a cookie's token: anonymous when the token is absent, unknown, ended, or its user is inactive.
 * Reading renews the idle end, writing at most once a minute.
 */
export async function readSession(token: string | null): Promise<SessionView> {
  if (!token || !isTokenShaped(token)) return NOBODY
  return withActor(system('session'), async (tx) => {
    const { session, user } = await luciaOn(tx).validateSession(sha256(token))
    if (!session || !isUsable(user)) return NOBODY
    // What was opened in one role is not carried into another.
    if (session.role !== null && session.role !== user.role) {
      await luciaOn(tx).invalidateSession(session.id)
      return NOBODY
    }
    // Whoever has left her company is out with the next request, whatever her session says.
    if (user.role === 'hr_contact' && !(await accountById(tx, user.id))) return NOBODY
    const at = now()
    if (session.complete && at.getTime() - session.lastSeenAt.getTime() >= SEEN_EVERY) {
      const expiresAt = nextEnd(at, sessionLength(user.role, true), session.absoluteEndAt)
      await tx.update(sessions).set({ lastSeenAt: at, expiresAt }).where(eq(sessions.id, session.id))
    }
    const { id: sessionId, factorAt } = session
    if (!session.complete) {
      return { ...NOBODY, sessionId, pendingUserId: user.id, enrolling: factorAt !== null }
    }
    const actor = actorOf(user)
    return actor ? { ...NOBODY, actor, sessionId, factorAt } : NOBODY
  })
}

/** The actor a user is, or null for a row that says neither an organisation nor a company. */
function actorOf({ id: userId, role, orgId, companyId, contactId, name }: User): Actor | null {
  if (role !== 'hr_contact') return orgId ? { kind: 'staff', role, userId, orgId, name } : null
  return companyId && contactId ? { kind: 'hr', role, userId, companyId, contactId, name } : null
}
