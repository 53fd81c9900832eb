import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { matchNotices } from '#db/schema/standing.ts'
import { audit } from '../audit/record.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type Notices = { seenAt: Date | null; digest: boolean; digestAt: Date | null }

const UNTOLD: Notices = { seenAt: null, digest: true, digestAt: null }

/** What somebody has seen and how she wants to hear of more. */
export async function noticesOf(tx: Tx, userId: UserId): Promise<Notices> {
  const [row] = await tx
    .select({
      seenAt: matchNotices.seenAt,
      digest: matchNotices.digest,
      digestAt: matchNotices.digestAt,
    })
    .from(matchNotices)
    .where(eq(matchNotices.userId, userId))
  return row ?? UNTOLD
}

/** The case manager who acts. @throws DomainError forbidden for anybody else: there is nothing she is told. */
export function caseManager(tx: Tx): StaffActor {
  const { actor } = tx
  if (actor.kind !== 'staff' || actor.role !== 'case_manager') throw new DomainError('forbidden', 'forbidden')
  return actor
}

async function keep(tx: Tx, userId: UserId, columns: Partial<Notices>): Promise<void> {
  await tx
    .insert(matchNotices)
    .values({ userId, ...columns })
    .onConflictDoUpdate({ target: matchNotices.userId, set: columns })
}

/** Notes that she has seen what was new at `until`, the moment at which her page was made; never later than now. */
export async function markMatchesSeen(tx: Tx, until: Date): Promise<void> {
  const { userId } = caseManager(tx)
  await keep(tx, userId, { seenAt: until < now() ? until : now() })
}

/** Takes a mark back: she has seen what was new at `seenAt`, or nothing yet. */
export async function unseeMatches(tx: Tx, seenAt: Date | null): Promise<void> {
  await keep(tx, caseManager(tx).userId, { seenAt })
}

/** Whether the mail of the day is on, for oneself. */
export const wantsDigest = async (tx: Tx): Promise<boolean> =>
  (await noticesOf(tx, caseManager(tx).userId)).digest

/** Turns the mail of the day on or off, for oneself. */
export async function setDigest(tx: Tx, digest: boolean): Promise<void> {
  const { userId } = caseManager(tx)
  await keep(tx, userId, { digest })
  await audit(tx, { action: 'account.digest_changed', subjectType: 'user', subjectId: userId })
}

/** Notes that a mail of the day was left to be sent. */
export const noteDigest = (tx: Tx, userId: UserId): Promise<void> => keep(tx, userId, { digestAt: now() })
