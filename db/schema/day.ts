import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { UserId } from '#app/domain/shared/ids.ts'
import { id, instant } from './columns.ts'

/**
 * What somebody did to the lines of her day, a row for each, so that it can be taken back; for lines that are no
 * follow-ups (an answer, new matches, a company that cools) it is also what keeps them away.
 */
export const dayActs = pgTable(
  'day_acts',
  {
    id: id<string>('id').primaryKey(),
    /** What was done in one go is taken back in one go. */
    batchId: id<string>('batch_id').notNull(),
    userId: id<UserId>('user_id').notNull(),
    kind: text('kind').$type<'task' | 'answer' | 'match' | 'cooling'>().notNull(),
    subjectId: id<string>('subject_id').notNull(),
    act: text('act').$type<'done' | 'postponed' | 'handed_on' | 'skipped'>().notNull(),
    /** The line comes back then; null while only a new fact brings it back. */
    until: instant('until'),
    /** The follow-up's columns before and after: it is taken back only while nobody else has touched it. */
    before: jsonb('before').$type<Record<string, string | null>>(),
    after: jsonb('after').$type<Record<string, string | null>>(),
    at: instant('at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (t) => [index('day_acts_batch').on(t.batchId), index('day_acts_line').on(t.userId, t.kind, t.subjectId)],
)
