import { sql, type SQL } from 'drizzle-orm'

/** Texts as one parameter of type text[], however many. */
export const textList = (texts: readonly string[]): SQL =>
  sql`${`{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`}::text[]`

/** Numbers as one parameter of type real[]. */
export const numberList = (numbers: readonly number[]): SQL => sql`${`{${numbers.join(',')}}`}::real[]`
