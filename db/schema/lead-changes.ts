import { index, pgTable, text } from 'drizzle-orm/pg-core'
import type { CompanyId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { companies } from './companies.ts'
import { id, instant } from './columns.ts'

/** Who led a company before and after, and through whom it changed: nothing that is the network's changes hands unseen. */
export const leadChanges = pgTable(
  'lead_changes',
  {
    id: id<string>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    fromUserId: id<UserId>('from_user_id'),
    fromOrgId: id<OrganisationId>('from_org_id'),
    toUserId: id<UserId>('to_user_id').notNull(),
    toOrgId: id<OrganisationId>('to_org_id').notNull(),
    /** Handed over by the one before, or taken by whoever was first in touch. */
    cause: text('cause').$type<'handed_over' | 'taken'>().notNull(),
    authorId: id<UserId>('author_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('lead_changes_company').on(t.companyId, t.at)],
)
