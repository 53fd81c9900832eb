import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CompanyGroupId, CompanyId, UserId } from '#app/domain/shared/ids.ts'
import { users } from './accounts.ts'
import { id, instant } from './columns.ts'
import { companies } from './companies.ts'

/** What companies belong to: a trade association, a consortium, a group of firms. One word there opens many doors. */
export const companyGroups = pgTable(
  'company_groups',
  {
    id: id<CompanyGroupId>('id').primaryKey(),
    kind: text('kind').$type<'association' | 'consortium' | 'group'>().notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('company_groups_name').on(sql`lower(${t.name})`)],
)

export const companyGroupMembers = pgTable(
  'company_group_members',
  {
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    groupId: id<CompanyGroupId>('group_id')
      .notNull()
      .references(() => companyGroups.id),
    addedBy: id<UserId>('added_by')
      .notNull()
      .references(() => users.id),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.groupId] }),
    index('company_group_members_group').on(t.groupId),
  ],
)
