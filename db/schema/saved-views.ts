import { boolean, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { SavedViewId, UserId } from '#app/domain/shared/ids.ts'
import { users } from './accounts.ts'
import { id, instant } from './columns.ts'

/** A filter of the portfolio that somebody keeps under a name, for herself or for everybody in the network. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id<SavedViewId>('id').primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** The query of the address, as the page itself writes it. */
    query: text('query').notNull(),
    shared: boolean('shared').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('saved_views_name').on(t.userId, t.name)],
)
