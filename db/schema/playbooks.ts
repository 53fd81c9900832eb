import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { UserId } from '#app/domain/shared/ids.ts'
import { id, instant } from './columns.ts'

/** Every version of what coordinators wrote for an occasion; the newest is in force, without any the default is. */
export const playbookVersions = pgTable(
  'playbook_versions',
  {
    occasion: text('occasion').notNull(),
    /** A stage of the ladder, or `any`. */
    stage: text('stage').notNull(),
    version: integer('version').notNull(),
    textIt: text('text_it').notNull(),
    textEn: text('text_en').notNull(),
    authorId: id<UserId>('author_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.occasion, t.stage, t.version] })],
)
