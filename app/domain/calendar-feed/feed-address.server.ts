import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { randomToken, sha256, sign, signatures } from '#app/platform/crypto.server.ts'
import { calendarFeeds } from '#db/schema/calendar-feeds.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

const pathOf = (token: string): string => `/calendario/${token}.ics`

const PURPOSE = 'calendar-feed'

const tokenOf = (userId: UserId, nonce: string): string => sign(PURPOSE, `${userId}.${nonce}`)

/** The path of one's own feed, or null while it is switched off. */
export async function myFeed(tx: Tx): Promise<string | null> {
  const { userId } = actingStaff(tx, 'follow_up.act')
  const [row] = await tx.select().from(calendarFeeds).where(eq(calendarFeeds.userId, userId))
  if (!row) return null
  // The calendars that read it go on with the address they were given, also after the secret was changed.
  const token = signatures(PURPOSE, `${userId}.${row.nonce}`).find((one) => sha256(one) === row.tokenHash)
  return token === undefined ? null : pathOf(token)
}

/** Switches one's feed on, or gives it another address: the one before opens nothing from then on. */
export async function renewFeed(tx: Tx): Promise<void> {
  const { userId } = actingStaff(tx, 'follow_up.act')
  const nonce = randomToken()
  const columns = { nonce, tokenHash: sha256(tokenOf(userId, nonce)), createdAt: now() }
  await tx
    .insert(calendarFeeds)
    .values({ userId, ...columns })
    .onConflictDoUpdate({ target: calendarFeeds.userId, set: columns })
  await audit(tx, { action: 'calendar_feed.renewed', subjectType: 'user', subjectId: userId })
}

/** Switches one's feed off. */
export async function closeFeed(tx: Tx): Promise<void> {
  const { userId } = actingStaff(tx, 'follow_up.act')
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId))
  await audit(tx, { action: 'calendar_feed.closed', subjectType: 'user', subjectId: userId })
}
