import { sql } from 'drizzle-orm'
import { date, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CandidateId, OpeningId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { candidates } from './candidates.ts'
import { id, instant } from './columns.ts'

/** A link to a person's own pages, and the one browser that opened it. Only hashes of both secrets are kept. */
export const candidateVisits = pgTable(
  'candidate_visits',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    id: id<string>('id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    linkHash: text('link_hash').notNull(),
    madeBy: id<UserId>('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    openUntil: instant('open_until').notNull(),
    openedAt: instant('opened_at'),
    sessionHash: text('session_hash'),
    language: text('language').$type<'it' | 'en' | 'fr' | 'es' | 'ar'>(),
    lastSeenAt: instant('last_seen_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('candidate_visits_link').on(t.linkHash),
    uniqueIndex('candidate_visits_session').on(t.sessionHash),
    index('candidate_visits_candidate').on(t.orgId, t.candidateId, t.madeAt),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** She is asked, on her own pages, about one opening: the card as it was when the question was put. */
export const candidateQuestions = pgTable(
  'candidate_questions',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    openingId: id<OpeningId>('opening_id').notNull(),
    card: jsonb('card').$type<{ attribute: string; value: string }[]>().notNull(),
    askedBy: id<UserId>('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.candidateId, t.openingId] }),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** What she asks of her data: to have them, or to have them erased. Due in a month (GDPR art. 12.3). */
export const candidateRequests = pgTable(
  'candidate_requests',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    id: id<string>('id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    kind: text('kind').$type<'copy' | 'erasure'>().notNull(),
    state: text('state').$type<'open' | 'done' | 'taken_back'>().notNull().default('open'),
    askedAt: instant('asked_at').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    settledAt: instant('settled_at'),
    settledBy: id<UserId>('settled_by'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('candidate_requests_candidate').on(t.orgId, t.candidateId, t.state),
    // Asking twice is asking once.
    uniqueIndex('candidate_requests_open')
      .on(t.orgId, t.candidateId, t.kind)
      .where(sql`state = 'open'`),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)
