import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CompanyId, CompanyMergeId, UserId } from '#app/domain/shared/ids.ts'
import { users } from './accounts.ts'
import { id, instant } from './columns.ts'
import { companies } from './companies.ts'

/** What a merge may change of the company that stays, as it was before or after. */
export type MergedFacts = {
  stage: string
  pausedUntil: string | null
  doNotContact: boolean
  website: string | null
  leadOrgId: string | null
  leadUserId: string | null
}

/** Two rows that were one firm: which went into which, by whom and why, and what takes it back. */
export const companyMerges = pgTable(
  'company_merges',
  {
    id: id<CompanyMergeId>('id').primaryKey(),
    fromCompanyId: id<CompanyId>('from_company_id')
      .notNull()
      .references(() => companies.id),
    intoCompanyId: id<CompanyId>('into_company_id')
      .notNull()
      .references(() => companies.id),
    reason: text('reason').notNull(),
    before: jsonb('before').$type<MergedFacts>().notNull(),
    after: jsonb('after').$type<MergedFacts>().notNull(),
    mergedBy: id<UserId>('merged_by')
      .notNull()
      .references(() => users.id),
    mergedAt: instant('merged_at').notNull(),
    unmergedBy: id<UserId>('unmerged_by').references(() => users.id),
    unmergedAt: instant('unmerged_at'),
  },
  (t) => [
    index('company_merges_into').on(t.intoCompanyId, t.mergedAt),
    index('company_merges_from').on(t.fromCompanyId),
  ],
)

/** Every row that a merge moved, so that exactly these go back. */
export const companyMergeRows = pgTable(
  'company_merge_rows',
  {
    mergeId: id<CompanyMergeId>('merge_id')
      .notNull()
      .references(() => companyMerges.id),
    /** Table and column, such as `contacts.company_id`. */
    owned: text('owned').notNull(),
    rowId: uuid('row_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mergeId, t.owned, t.rowId] })],
)
