import { sql, type SQL } from 'drizzle-orm'

/** Numbers as an integer array. */
export const intArray = (numbers: readonly number[]): SQL => sql`${`{${numbers.join(',')}}`}::int[]`

/** Numbers as a smallint array. */
export const smallints = (numbers: readonly number[]): SQL => sql`${`{${numbers.join(',')}}`}::smallint[]`

/** Ids as a uuid array. */
export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`
