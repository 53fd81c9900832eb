import { and, eq, isNotNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { localDate } from '../calendar/rome.ts'
import { isWorkingDay } from '../calendar/working-days.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { newMatches } from './new-matches.server.ts'
import { noteDigest, noticesOf, type Notices } from './notices.server.ts'

type Reader = { userId: UserId; orgId: OrganisationId }

const later = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b))

const countSince = async (tx: Tx, reader: Reader, since: Date | null): Promise<number> =>
  (await newMatches(tx, reader, { whose: 'mine', since, limit: 1 })).total

const hasHadToday = ({ digestAt }: Notices): boolean =>
  digestAt !== null && localDate(digestAt) === localDate(now())

/**
 * Leaves an event for every case manager who is to get the mail of the day: something came since she last looked and
 * since her last mail, she has not turned it off, and it is a working day. Twice on a day leaves nothing more.
 */
export async function planDigests(tx: Tx): Promise<void> {
  if (!isWorkingDay(localDate(now()))) return
  const readers = await tx
    .select({ userId: users.id, orgId: users.orgId })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.orgId))
    .where(
      and(
        eq(users.role, 'case_manager'),
        eq(users.active, true),
        eq(organisations.active, true),
        isNotNull(users.orgId),
      ),
    )
  for (const { userId, orgId } of readers) {
    if (!orgId) continue
    const notices = await noticesOf(tx, userId)
    if (!notices.digest || hasHadToday(notices)) continue
    const since = later(notices.seenAt, notices.digestAt)
    if ((await countSince(tx, { userId, orgId }, since)) === 0) continue
    await noteDigest(tx, userId)
    await emit(tx, 'matches.digest_due', { userId })
  }
}

/** How many matches a case manager has not looked at, as her mail says it; 0 where she wants none by now. */
export async function digestCount(tx: Tx, reader: Reader): Promise<number> {
  const { digest, seenAt } = await noticesOf(tx, reader.userId)
  return digest ? countSince(tx, reader, seenAt) : 0
}
