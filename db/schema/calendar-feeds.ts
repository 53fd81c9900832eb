import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { UserId } from '#app/domain/shared/ids.ts'
import { users } from './accounts.ts'
import { id, instant } from './columns.ts'

/** The secret address of a person's tasks for her calendar program; no row: it is switched off. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    userId: id<UserId>('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** With the application's secret it makes the token again, so that the address can be shown; alone it makes none. */
    nonce: text('nonce').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('calendar_feeds_token').on(t.tokenHash)],
)
