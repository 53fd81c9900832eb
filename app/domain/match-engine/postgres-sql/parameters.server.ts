import { sql, type SQL } from 'drizzle-orm'
import type { CompiledOpening } from '../compile/compile-opening.ts'
import { smallints } from './lists.server.ts'

/** The number that no week, no area has: what lies beyond a table is read from its last entry. */
const lastOf = (list: ArrayLike<number>): number => list.length - 1

/**
 * What every scan compares with, each sent once: a sub-select without a table, which the planner takes apart into
 * constants. `k` is its name in the conditions.
 */
export const commonParameters = (compiled: CompiledOpening): SQL => sql`
  ${Buffer.from(compiled.weekTable)}::bytea as weeks,
  ${lastOf(compiled.weekTable)}::int as last_week,
  ${smallints(compiled.needKm)} as need_km,
  ${compiled.needKm.length}::smallint as last_area,
  ${compiled.earliest}::smallint as earliest,
  ${compiled.over ? -32_768 : compiled.latest}::smallint as latest,
  ${compiled.payCents}::int as pay`

/** The index of a row's week in the tables of weeks. */
export const weekAt = sql`least(p.week_id, k.last_week)`

/** Kilometres that reaching the workplace asks of a row. */
export const kmNeeded = sql`k.need_km[least(p.area_id, k.last_area)]`

const all = (bits: bigint): SQL => sql`p.facts & ${String(bits)}::bigint = ${String(bits)}::bigint`

/** Holds where all of `bits` are among a row's facts; nothing to ask for no bits. */
export const hasAll = (bits: bigint): SQL | null => (bits === 0n ? null : all(bits))

/** Holds where a row has every code; nothing to ask for none. */
export const hasCodes = (codes: readonly number[]): SQL[] =>
  codes.map((code) => sql`${code}::smallint = any(p.codes)`)

/** Conditions that all have to hold, the missing ones left out. */
export const every = (conditions: readonly (SQL | null)[]): SQL => {
  const asked = conditions.filter((condition) => condition !== null)
  return asked.length > 0 ? sql`(${sql.join(asked, sql` and `)})` : sql`true`
}
