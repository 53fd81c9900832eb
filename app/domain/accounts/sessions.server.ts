import { and, eq, ne } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { randomToken, sha256 } from '#app/platform/crypto.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import type { Role } from '../shared/actor.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Browser } from './browser.ts'
import { luciaOn } from './lucia.server.ts'
import { nextEnd, sessionLength } from './session-lengths.ts'

type NewSession = {
  userId: UserId
  role: Role
  complete: boolean
  /** Whether a second factor was given: always in a complete session. */
  factor?: boolean
  browser: Browser
}

/**
 * Signs a browser in, in place of the session it had: a token known before is worth nothing after.
 * @returns the token for its cookie. Only the hash is kept.
 */
export async function startSession(
  tx: Tx,
  { userId, role, complete, factor = complete, browser }: NewSession,
): Promise<string> {
  const lucia = luciaOn(tx)
  if (browser.sessionId) await lucia.invalidateSession(browser.sessionId)
  const token = randomToken()
  const at = now()
  const length = sessionLength(role, complete)
  const absoluteEndAt = new Date(at.getTime() + length.absolute)
  await lucia.createSession(
    userId,
    {
      ...{ complete, absoluteEndAt, device: browser.device, lastSeenAt: at, createdAt: at },
      ...{ role, factorAt: factor ? at : null, endsAt: nextEnd(at, length, absoluteEndAt) },
    },
    { sessionId: sha256(token) },
  )
  return token
}

/**
 * Gives a session another token, and leaves its ends: the one known before opens nothing.
 * @returns the new token, or null where the session has ended meanwhile.
 */
export async function rotateSession(
  tx: Tx,
  sessionId: string,
  changed: { factorAt?: Date } = {},
): Promise<string | null> {
  const token = randomToken()
  const rotated = await tx
    .update(sessions)
    .set({ id: sha256(token), ...changed })
    .where(eq(sessions.id, sessionId))
    .returning({ id: sessions.id })
  return rotated.length > 0 ? token : null
}

/** Ends one session: its cookie opens nothing from the next request on. */
export const endSession = (tx: Tx, sessionId: string): Promise<void> =>
  luciaOn(tx).invalidateSession(sessionId)

/** Ends every session of a user, or every other one than `except`. */
export async function endSessionsOf(tx: Tx, userId: UserId, except?: string): Promise<void> {
  if (!except) return luciaOn(tx).invalidateUserSessions(userId)
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, except)))
}
