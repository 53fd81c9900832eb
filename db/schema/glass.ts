import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { CandidateId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { candidates } from './candidates.ts'
import { id, instant } from './columns.ts'

/**
 * Somebody of the network asks to read one person's file in an emergency, and somebody else allows it for an hour. Row
 * security reads it: an allowed row whose hour is not over opens that one file to who asked.
 */
export const glassBreaks = pgTable(
  'glass_breaks',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    id: id<string>('id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    /** The code by which she was asked for. */
    code: text('code').notNull(),
    reason: text('reason').$type<'danger' | 'unreachable' | 'authority' | 'complaint'>().notNull(),
    askedBy: id<UserId>('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    decision: text('decision').$type<'approved' | 'refused'>(),
    decidedBy: id<UserId>('decided_by'),
    decidedAt: instant('decided_at'),
    endsAt: instant('ends_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('glass_breaks_candidate').on(t.orgId, t.candidateId, t.askedBy),
    index('glass_breaks_asked').on(t.askedAt),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)
