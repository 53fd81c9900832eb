import {
  bigint,
  boolean,
  doublePrecision,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CandidateId, OrganisationId } from '#app/domain/shared/ids.ts'
import { id, instant, week } from './columns.ts'

/**
 * What the PostgreSQL engine scans: one narrow row for everybody in the engine, derived from `profiles` by a trigger in
 * the same transaction (migration match_rows), which also deletes it: a foreign key would need an index. None but the key: at
 * every size one scan is cheaper than any index.
 */
export const matchProfiles = pgTable('match_profiles', {
  /** Licences, vehicle, Italian, aims, what she can do: see match-engine/fact-bits.ts. */
  facts: bigint('facts', { mode: 'bigint' }).notNull(),
  weekId: integer('week_id').notNull(),
  minPayCents: integer('min_pay_cents').notNull(),
  areaId: smallint('area_id').notNull(),
  maxKm: smallint('max_km').notNull(),
  /** Days from 2020-01-01 on, here and below; 32767 for none or never. */
  waitingSince: smallint('waiting_since').notNull(),
  mayWorkFrom: smallint('may_work_from').notNull(),
  /** 32767 without end or with a renewal under way; -32768 where it ends before she could begin anything. */
  permitUntil: smallint('permit_until').notNull(),
  freeFrom: smallint('free_from').notNull(),
  orgId: id<OrganisationId>('org_id').notNull(),
  candidateId: uuid('candidate_id').$type<CandidateId>().primaryKey(),
  /** Ids of `match_codes`: skills held, one for each level; skills of her plan; preferences. */
  codes: smallint('codes').array().notNull(),
})

/** Weeks repeat: each distinct one has a row, kept for good. Two rows of the same week do no harm. */
export const matchWeeks = pgTable('match_weeks', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  available: week('available').notNull(),
  /** Null where childcare would add nothing. */
  withChildcare: week('with_childcare'),
})

/** Where people live: each distinct position has a row, kept for good. */
export const matchAreas = pgTable(
  'match_areas',
  {
    id: smallint('id').primaryKey().generatedAlwaysAsIdentity(),
    lat: doublePrecision('lat').notNull(),
    lng: doublePrecision('lng').notNull(),
  },
  (t) => [unique('match_areas_position').on(t.lat, t.lng)],
)

/**
 * Words as numbers, kept for good: `s:<skill>:<level>` for each level held, `g:<skill>` for a skill of the plan,
 * `p:<profession>` and `w:<sector>` for preferences.
 */
export const matchCodes = pgTable('match_codes', {
  id: smallint('id')
    .primaryKey()
    .generatedAlwaysAsIdentity({ startWith: -32_767, minValue: -32_767, maxValue: 32_767 }),
  code: text('code').notNull().unique(),
})

/**
 * The search server's index of people, one row while there is one: written by our own process alone. While it stands,
 * the trigger of `profiles` notes every change in `match_changes`.
 */
export const matchIndex = pgTable('match_index', {
  name: text('name').$type<'people'>().primaryKey(),
  /** Which settings it was built with. */
  settings: text('settings').notNull(),
  /** Whether it holds everybody, changes under way aside. */
  ready: boolean('ready').notNull(),
  /** Who is bringing it up to date has it until then. */
  leasedUntil: instant('leased_until').notNull(),
  /** Whatever changed before then is in the index. */
  checkedAt: instant('checked_at').notNull(),
})

/** Whose row the search server's index has yet to learn. */
export const matchChanges = pgTable('match_changes', {
  orgId: id<OrganisationId>('org_id').notNull(),
  candidateId: uuid('candidate_id').$type<CandidateId>().primaryKey(),
  /** Grows with every change: a row is done only if it is still the same. */
  change: bigint('change', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  changedAt: instant('changed_at').notNull(),
})
