import { like, or, sql, type SQL } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'

/** How alike a typed word and a word of a name must be, 0 to 1: one wrong or missing letter in five passes. */
const ALIKE = 0.5

/**
 * Companies whose name holds what was typed or is much like it, whatever the accents, or whose partita IVA begins so;
 * undefined where nothing was typed.
 */
export function named(search: string): SQL | undefined {
  const typed = search.trim()
  if (typed === '') return undefined
  const literal = typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const name = sql`lower(unaccent(${companies.name}))`
  return or(
    sql`${name} like '%' || lower(unaccent(${literal}::text)) || '%'`,
    sql`word_similarity(lower(unaccent(${typed}::text)), ${name}) >= ${ALIKE}`,
    /^\d{3,11}$/.test(typed) ? like(companies.vatId, `${typed}%`) : undefined,
  )
}
