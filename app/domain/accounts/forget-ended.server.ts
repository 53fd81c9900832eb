import { lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { loginTokens, rateLimits, sessions } from '#db/schema/accounts.ts'
import { spentChallenges } from '#db/schema/factors.ts'
import { DAY } from '../shared/durations.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Whoever holds an ended link may ask for a new one by it, also after a month's leave. */
const LINKS_KEPT = 30 * DAY

/** Removes what no sign-in needs any more: ended sessions, links that ended long ago, counts of tries that are over. */
export async function forgetEndedSignIns(tx: Tx): Promise<void> {
  const at = now()
  await tx.delete(sessions).where(lt(sessions.expiresAt, at))
  await tx.delete(loginTokens).where(lt(loginTokens.expiresAt, new Date(+at - LINKS_KEPT)))
  await tx.delete(spentChallenges).where(lt(spentChallenges.expiresAt, at))
  await tx.delete(rateLimits).where(lt(rateLimits.expire, at))
}
