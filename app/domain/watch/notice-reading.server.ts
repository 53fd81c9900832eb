import { and, asc, countDistinct, eq, gte, inArray, isNotNull, notInArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { auditLog } from '#db/schema/operations.ts'
import { FILE_OPENED, FILES_A_DAY, UNUSUAL_READING } from '../audit/actions.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { emit } from '../outbox/emit.server.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Tells the coordinators who opened more people's files today than anybody's work needs: once a day for each reader.
 * Who the people are is told to nobody.
 * @returns the readers told of now, or null where another worker is looking.
 */
export async function noticeReading(tx: Tx): Promise<UserId[] | null> {
  // Two workers that look at the same moment would both find nothing noticed yet.
  const [turn] = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${UNUSUAL_READING})) as mine`,
  )
  if (!turn?.mine) return null
  const today = gte(auditLog.at, atLocal(localDate(now()), '00:00'))
  const noticed = tx
    .select({ id: sql<UserId>`${auditLog.subjectId}::uuid` })
    .from(auditLog)
    .where(and(today, eq(auditLog.action, UNUSUAL_READING), isNotNull(auditLog.subjectId)))
  const readers = await tx
    .select({ userId: auditLog.actorId })
    .from(auditLog)
    .where(
      and(
        today,
        inArray(auditLog.action, [...FILE_OPENED]),
        eq(auditLog.result, 'ok'),
        isNotNull(auditLog.actorId),
        notInArray(auditLog.actorId, noticed),
      ),
    )
    .groupBy(auditLog.actorId)
    .having(gte(countDistinct(auditLog.subjectId), FILES_A_DAY + 1))
  const found = readers.flatMap(({ userId }) => (userId ? [userId] : []))
  if (found.length === 0) return []
  for (const subjectId of found) await audit(tx, { action: UNUSUAL_READING, subjectType: 'user', subjectId })
  const coordinators = await tx
    .select({ userId: users.id })
    .from(users)
    .where(and(eq(users.role, 'coordinator'), eq(users.active, true)))
    .orderBy(asc(users.createdAt), asc(users.id))
  for (const { userId } of coordinators) await emit(tx, 'reading.unusual', { userId })
  return found
}
