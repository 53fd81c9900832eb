import { sql, type SQL } from 'drizzle-orm'
import { taxonomyProfessions, taxonomySkills } from '#db/schema/taxonomy.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { foldText } from './fold-text.ts'
import type { LabelLocale, Labels } from './labels.ts'
import { byNearness, nearest, type Near } from './nearest.ts'
import { professions } from './professions.ts'
import { skills } from './skills.ts'
import { hasImports } from './vocabulary.ts'

export type Choice = { code: string; label: string }

/** More would be a list to read, not a choice. */
const MOST_FOUND = 12

/** Shorter than this a word begins too many labels to be worth its stem. */
const SHORTEST_STEM = 5

type Search = { query: string; locale: LabelLocale; limit?: number }

/**
 * Imported entries in the same order, and curated ones that only the labels of ESCO which they stand for find: a scan of one
 * list (docs/decisions).
 */
async function imported(
  tx: Tx,
  table: typeof taxonomySkills | typeof taxonomyProfessions,
  wanted: string,
  found: readonly Near[],
  { locale, limit = MOST_FOUND }: Search,
): Promise<Near[]> {
  if (!hasImports()) return []
  const folded: SQL = locale === 'it' ? sql`folded_it` : sql`folded_en`
  const label: SQL = locale === 'it' ? sql`coalesce(label_it, label_en)` : sql`coalesce(label_en, label_it)`
  const words = wanted.split(' ').map((word) => sql`${folded} like ${`%${word}%`}`)
  const rows = await tx.execute<Near>(sql`
    select code, ${label} as label, case when ${folded} like ${` ${wanted}%`} then 0
      when ${folded} like ${`% ${wanted}%`} then 1 else 2 end as rank
    from ${table} where retired_at is null and ${sql.join(words, sql` and `)}
      and code not in (select jsonb_array_elements_text(${JSON.stringify(found.map(({ code }) => code))}::jsonb))
    order by rank, length(${label}), code limit ${limit}`)
  return [...rows]
}

async function search(
  tx: Tx,
  list: readonly (Labels & { code: string })[],
  table: typeof taxonomySkills | typeof taxonomyProfessions,
  asked: Search,
): Promise<Choice[]> {
  const { locale, limit = MOST_FOUND } = asked
  const find = async (wanted: string): Promise<Choice[]> => {
    if (wanted === '') return []
    const ours = nearest(list, wanted, locale)
    const found = [...ours, ...(await imported(tx, table, wanted, ours, asked))]
    return found
      .sort(byNearness(locale))
      .slice(0, limit)
      .map(({ code, label }) => ({ code, label }))
  }
  const wanted = foldText(asked.query.slice(0, 100))
  const found = await find(wanted)
  // Where the word as typed finds nothing, its stem may: "pulizie" finds "pulizia".
  return found.length > 0 || wanted.length < SHORTEST_STEM ? found : find(wanted.slice(0, -1).trim())
}

/** Skills whose labels match what was typed, the nearest first; what ESCO has by its alternative labels too. */
export const searchSkills = (tx: Tx, asked: Search): Promise<Choice[]> =>
  search(tx, skills, taxonomySkills, asked)

/** Professions whose labels match what was typed, the nearest first; what ESCO has by its alternative labels too. */
export const searchProfessions = (tx: Tx, asked: Search): Promise<Choice[]> =>
  search(tx, professions, taxonomyProfessions, asked)
