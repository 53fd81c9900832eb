import { and, eq, gt, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { randomToken, sha256 } from '#app/platform/crypto.server.ts'
import { loginTokens, users } from '#db/schema/accounts.ts'
import { DAY, MINUTE } from '../shared/durations.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { type Account, isStillThere, isUsable } from './find-account.server.ts'
import { isTokenShaped } from './token-shape.ts'

export type LoginPurpose = (typeof loginTokens.$inferSelect)['purpose']

/** An invitation is read by somebody who does not know it is coming; a sign-in link by somebody who waits for it. */
export const LINK_LASTS: Record<LoginPurpose, number> = { sign_in: 15 * MINUTE, invite: DAY }

/**
 * Makes a link's token. Called while the mail is written, by our own process: the token is in the mail and nowhere
 * else, neither in an event nor in the database, which keeps its hash.
 */
export async function issueLoginToken(tx: Tx, userId: UserId, purpose: LoginPurpose): Promise<string> {
  const token = randomToken()
  const at = now()
  const expiresAt = new Date(at.getTime() + LINK_LASTS[purpose])
  await tx.insert(loginTokens).values({ tokenHash: sha256(token), userId, purpose, expiresAt, createdAt: at })
  return token
}

/** `ended` for a link of ours that was used or is too old, `unknown` for what is none, or altered. */
export type LoginToken = { state: 'ready' | 'ended'; account: Account } | { state: 'unknown' }

/** Companies sign in by a link and have no password; the network's people are invited to choose one. */
const isFor = (purpose: LoginPurpose, { role }: Account): boolean =>
  (purpose === 'sign_in') === (role === 'hr_contact')

/** What a link's token is worth now. Changes nothing: mail scanners open links too. */
export async function readLoginToken(tx: Tx, token: string, purpose: LoginPurpose): Promise<LoginToken> {
  if (!isTokenShaped(token)) return { state: 'unknown' }
  const [row] = await tx
    .select({ link: loginTokens, account: users })
    .from(loginTokens)
    .innerJoin(users, eq(users.id, loginTokens.userId))
    .where(and(eq(loginTokens.tokenHash, sha256(token)), eq(loginTokens.purpose, purpose), isStillThere))
  if (!row || !isUsable(row.account) || !isFor(purpose, row.account)) return { state: 'unknown' }
  const ready = row.link.usedAt === null && row.link.expiresAt > now()
  return { state: ready ? 'ready' : 'ended', account: row.account }
}

/**
 * Uses a link up, in one statement, so that of two clicks one comes first; the user's other links of that purpose end
 * with it.
 * @returns whose it was, or null when it was used, ended or never ours.
 */
export async function takeLoginToken(tx: Tx, token: string, purpose: LoginPurpose): Promise<UserId | null> {
  const at = now()
  const open = and(eq(loginTokens.purpose, purpose), isNull(loginTokens.usedAt))
  const [taken] = await tx
    .update(loginTokens)
    .set({ usedAt: at })
    .where(and(open, eq(loginTokens.tokenHash, sha256(token)), gt(loginTokens.expiresAt, at)))
    .returning({ userId: loginTokens.userId })
  if (!taken) return null
  await tx
    .update(loginTokens)
    .set({ usedAt: at })
    .where(and(open, eq(loginTokens.userId, taken.userId)))
  return taken.userId
}
