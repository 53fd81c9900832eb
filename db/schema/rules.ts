import { integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { UserId } from '#app/domain/shared/ids.ts'
import { id, instant } from './columns.ts'

/**
 * What coordinators changed of the follow-up rules, version by version; a rule without a row stands as it is written in
 * code. Rows are only ever added: going back is one more version.
 */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    id: id<string>('id').primaryKey(),
    ruleKey: text('rule_key').notNull(),
    /** From 1, without gaps, for each rule. */
    version: integer('version').notNull(),
    /** All that differs from the default, see app/domain/follow-ups/stored-change.ts. */
    change: jsonb('change').$type<Record<string, unknown>>().notNull(),
    why: text('why').notNull(),
    changedBy: id<UserId>('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [uniqueIndex('rule_versions_once').on(t.ruleKey, t.version)],
)
