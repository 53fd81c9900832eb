import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { CandidateId, ErasureId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { id, instant } from './columns.ts'

/**
 * Certificates: that a person's key was destroyed and her rows with it. Append-only. Her id, which by now leads nowhere,
 * is kept so that she can be erased again from a backup that still knew her.
 */
export const erasures = pgTable(
  'erasures',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    id: id<ErasureId>('id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    why: text('why').$type<'asked' | 'retention'>().notNull(),
    /** Null where it was the job that does it. */
    erasedBy: id<UserId>('erased_by'),
    erasedAt: instant('erased_at').notNull(),
    consents: integer('consents').notNull(),
    cards: integer('cards').notNull(),
    placements: integer('placements').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), index('erasures_at').on(t.orgId, t.erasedAt)],
)
