import { sql, type SQL } from 'drizzle-orm'
import { toBits, type WeekMask } from '../../matching/week.ts'

/** Codes as a text array, empty ones included. */
export const textArray = (codes: readonly string[]): SQL =>
  sql`array[${sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  )}]::text[]`

/** Numbers as an integer array. */
export const intArray = (numbers: readonly number[]): SQL =>
  sql`array[${sql.join(
    numbers.map((number) => sql`${number}`),
    sql`, `,
  )}]::int[]`

/** A week as bit(336). */
export const weekBits = (mask: WeekMask): SQL => sql`${toBits(mask)}::bit(336)`

/** At least one condition; false for an empty list. */
export const anyOf = (conditions: readonly SQL[]): SQL =>
  conditions.length > 0 ? sql`(${sql.join([...conditions], sql` or `)})` : sql`false`

/** All conditions; true for an empty list. */
export const allOf = (conditions: readonly SQL[]): SQL =>
  conditions.length > 0 ? sql`(${sql.join([...conditions], sql` and `)})` : sql`true`
