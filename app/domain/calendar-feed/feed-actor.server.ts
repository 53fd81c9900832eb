import { and, eq, inArray } from 'drizzle-orm'
import { sha256 } from '#app/platform/crypto.server.ts'
import { users } from '#db/schema/accounts.ts'
import { calendarFeeds } from '#db/schema/calendar-feeds.ts'
import { isTokenShaped } from '../accounts/token-shape.ts'
import { system, type StaffActor } from '../shared/actor.ts'
import { notFound } from '../shared/errors.ts'
import { withActor } from '../shared/with-actor.server.ts'

/**
 * Whose tasks the file named `<token>.ics` holds: she acts for the length of the request, and reads no more than she
 * could herself.
 * @throws DomainError not_found for an address that was renewed or switched off, and for who has left.
 */
export async function feedActor(file: string): Promise<StaffActor> {
  const token = file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : ''
  if (!isTokenShaped(token)) notFound()
  return withActor(system('calendar-feed'), async (tx) => {
    const [user] = await tx
      .select({ userId: users.id, orgId: users.orgId, role: users.role, name: users.name })
      .from(calendarFeeds)
      .innerJoin(users, eq(users.id, calendarFeeds.userId))
      .where(
        and(
          eq(calendarFeeds.tokenHash, sha256(token)),
          eq(users.active, true),
          inArray(users.role, ['case_manager', 'coordinator']),
        ),
      )
    if (!user?.orgId) notFound()
    return { kind: 'staff', ...user, orgId: user.orgId, role: user.role as StaffActor['role'] }
  })
}
