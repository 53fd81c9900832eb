import { boolean, foreignKey, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { CandidateId, OpeningId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { users } from './accounts.ts'
import { candidates } from './candidates.ts'
import { id, instant } from './columns.ts'
import { openings } from './openings.ts'

/**
 * Whom each open opening admits, the best of every organisation, and since when: what a case manager has not seen yet. A
 * projection, refreshed by the worker; what a withdrawal or an exclusion takes away leaves in its transaction, by trigger
 * (migration standing_security).
 */
export const standingMatches = pgTable(
  'standing_matches',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    openingId: id<OpeningId>('opening_id')
      .notNull()
      .references(() => openings.id, { onDelete: 'cascade' }),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    /** The score in hundredths of a point. */
    hundredths: integer('hundredths').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.openingId, t.orgId, t.candidateId] }),
    index('standing_matches_candidate').on(t.orgId, t.candidateId),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** When somebody last looked at the new matches, and how she hears of them; no row: never, and by mail. */
export const matchNotices = pgTable('match_notices', {
  userId: id<UserId>('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  seenAt: instant('seen_at'),
  /** Whether she wants the mail of the day. */
  digest: boolean('digest').notNull().default(true),
  /** When the last one was left to be sent. */
  digestAt: instant('digest_at'),
})
