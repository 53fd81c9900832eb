import { and, eq, sql } from 'drizzle-orm'
import { addMonths } from '#app/domain/calendar/rome.ts'
import { freezeMonth } from '#app/domain/network/freeze-month.server.ts'
import { monthOf } from '#app/domain/network/month.ts'
import { openOpeningIds } from '#app/domain/openings/open-openings.server.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { refreshOpening } from '#app/domain/standing/refresh-opening.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { matchNotices, standingMatches } from '#db/schema/standing.ts'
import type { Past } from './past.ts'

/** How long ago everybody last looked at her new matches. */
const LOOKED = 12 * DAY

/** Standing matches as they have come with openings and people, looked at some days ago; and last month's snapshot. */
export async function keepMatches(tx: Tx, past: Past): Promise<void> {
  for (const openingId of await openOpeningIds(tx)) await refreshOpening(tx, openingId)
  // A match is as old as the younger of the two: the opening, or her yes to being matched.
  await tx.execute(sql`update ${standingMatches} s set since = greatest(
      (select o.posted_at from openings o where o.id = s.opening_id),
      (select max(c.at) from consents c where c.org_id = s.org_id and c.candidate_id = s.candidate_id and c.purpose = 'matching'))`)
  const readers = await tx
    .select({ userId: users.id })
    .from(users)
    .where(and(eq(users.role, 'case_manager'), eq(users.active, true)))
  const seenAt = new Date(+now() - LOOKED)
  await tx.insert(matchNotices).values(readers.map(({ userId }) => ({ userId, seenAt, digestAt: now() })))
  await freezeMonth(tx, addMonths(monthOf(past.today), -1))
}
