import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { CandidateId, OpeningId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { candidates } from './candidates.ts'
import { id, instant } from './columns.ts'
import { openings } from './openings.ts'

/**
 * What an organisation remembers of one of its people and an opening: that somebody has read why she fits, and why she
 * was set aside. What was proposed stands in `proposals`, what she said in `consents`.
 */
export const matchReviews = pgTable(
  'match_reviews',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    openingId: id<OpeningId>('opening_id')
      .notNull()
      .references(() => openings.id),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    seenBy: id<UserId>('seen_by').notNull(),
    seenAt: instant('seen_at').notNull(),
    /** A code of match-reviews/why-not.ts; null while she is not set aside, and so are the two columns after it. */
    whyNot: text('why_not'),
    setAsideBy: id<UserId>('set_aside_by'),
    setAsideAt: instant('set_aside_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.openingId, t.candidateId] }),
    index('match_reviews_why_not').on(t.orgId, t.whyNot),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)
