import { sql, type SQL } from 'drizzle-orm'
import type { TimelineSource } from './timeline-entry.ts'

/** What concerns a person is dated by its week: no day leads back to her. */
export const monday = (moment: SQL): SQL =>
  sql`date_trunc('week', ${moment} at time zone 'Europe/Rome') at time zone 'Europe/Rome'`

/** One kind of entry: its time, who, and up to four words of which each source says what they are. */
type Source = {
  at: SQL
  weekOnly?: SQL
  what?: SQL
  how?: SQL
  words?: SQL
  other?: SQL
  /** Who was talked to; her name is looked up for the page that shows it. */
  contact?: SQL
  minutes?: SQL
  by?: SQL
  interaction?: SQL
  from: SQL
}

export const select = (
  source: TimelineSource,
  entry: Source,
): SQL => sql`select ${source}::text as source, ${entry.at} as at,
  ${entry.weekOnly ?? sql`false`} as week_only, ${entry.what ?? sql`null`}::text as what,
  ${entry.how ?? sql`null`}::text as how, ${entry.words ?? sql`null`}::text as words,
  ${entry.other ?? sql`null`}::text as other, ${entry.minutes ?? sql`null`}::int as minutes,
  ${entry.contact ?? sql`null`}::uuid as contact_id, ${entry.by ?? sql`null`}::uuid as by_id,
  ${entry.interaction ?? sql`null`}::uuid as interaction_id from ${entry.from}`

/** A statement, and the kind of entry that its rows are. */
export type TimelineStatement = { source: TimelineSource; statement: SQL }

export const of = (source: TimelineSource, entry: Source): TimelineStatement => ({
  source,
  statement: select(source, entry),
})
