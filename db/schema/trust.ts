import { index, integer, numeric, pgTable, text } from 'drizzle-orm/pg-core'
import type { CompanyId, UserId } from '#app/domain/shared/ids.ts'
import { companies } from './companies.ts'
import { id, instant } from './columns.ts'

/** What moved a relationship. The score is a pure function of these rows and a date. */
export const trustEvents = pgTable(
  'trust_events',
  {
    id: id<string>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    kind: text('kind').notNull(),
    /** What it is about, such as `opening` and its id; never a person. */
    causeType: text('cause_type').notNull(),
    causeId: id<string>('cause_id'),
    authorId: id<UserId>('author_id'),
    occurredAt: instant('occurred_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('trust_events_company').on(t.companyId, t.occurredAt)],
)

/** Weights and half-lives that coordinators have changed; the defaults live in code. */
export const trustWeights = pgTable('trust_weights', {
  kind: text('kind').primaryKey(),
  weight: numeric('weight', { precision: 5, scale: 1, mode: 'number' }).notNull(),
  halfLifeDays: integer('half_life_days').notNull(),
  changedBy: id<UserId>('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** Every step on the ladder, and every change of standing beside it, with its author, time and cause. */
export const stageChanges = pgTable(
  'stage_changes',
  {
    id: id<string>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    fromStage: text('from_stage').notNull(),
    toStage: text('to_stage').notNull(),
    /** The fact that moved it, `person` with a reason, or the standing it came to. */
    cause: text('cause').notNull(),
    reason: text('reason').notNull().default(''),
    /** The contact that proved it, where one did: if it is taken back, the step is too. */
    interactionId: id<string>('interaction_id'),
    /** The day that a pause was agreed until: it costs no trust, also once it is over. */
    until: instant('until'),
    authorId: id<UserId>('author_id'),
    at: instant('at').notNull(),
  },
  (t) => [index('stage_changes_company').on(t.companyId, t.at)],
)
