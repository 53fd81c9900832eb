import { and, desc, eq, sql } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { auditLog } from '#db/schema/operations.ts'
import { authorise } from '../access/authorise.server.ts'
import { UNUSUAL_READING } from '../audit/actions.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export const NOTICES_PAGE = 20

export type ReadingNotice = { id: string; at: Date; who: string | null; organisation: string | null }

const isNotice = and(eq(auditLog.subjectType, 'user'), eq(auditLog.action, UNUSUAL_READING))

/** Who opened many people's files on a day, the latest first. Row security shows coordinators no other entry. */
export async function readingNotices(
  tx: Tx,
  page: number,
): Promise<{ notices: ReadingNotice[]; total: number }> {
  authorise(tx, 'network.read')
  const notices = await tx
    .select({ id: auditLog.id, at: auditLog.at, who: users.name, organisation: organisations.name })
    .from(auditLog)
    .leftJoin(users, sql`${users.id}::text = ${auditLog.subjectId}`)
    .leftJoin(organisations, eq(organisations.id, users.orgId))
    .where(isNotice)
    .orderBy(desc(auditLog.seq))
    .limit(NOTICES_PAGE)
    .offset((page - 1) * NOTICES_PAGE)
  return { notices, total: await tx.$count(auditLog, isNotice) }
}
