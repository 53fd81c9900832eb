import { sql } from 'drizzle-orm'
import type { Tx } from '../shared/with-actor.server.ts'
import { entryKinds, type EntryKind, type Scope } from './entry.ts'
import { expand, type WantedWord } from './expand.ts'
import { numberList, textList } from './lists.server.ts'
import {
  NOTHING_FOUND,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
  type SearchResult,
} from './result.ts'
import { scopesOf } from './scopes.ts'
import { knownWords } from './vocabulary.server.ts'
import { typedWords } from './words.ts'

type Wanted = {
  scopes: readonly Scope[]
  kinds: readonly EntryKind[]
  words: readonly WantedWord[]
  /** How many of the typed words an entry must have. */
  needed: number
}

type Row = SearchHit & { total: number; score: number }

/**
 * The hits of every kind in one statement: the words' places are added up from the index alone, and only the entries of
 * the page are read. An entry with more of the typed words comes first.
 */
async function hitsOf(
  tx: Tx,
  { scopes, kinds, words, needed }: Wanted,
  { limit, offset = 0 }: SearchPage,
): Promise<Row[]> {
  const flat = words.flatMap((wanted, at) => wanted.words.map((one) => ({ ...one, at })))
  const all = kinds.length === entryKinds.length
  const rows = await tx.execute<Row>(sql`
    with wanted as (
      select * from unnest(${textList(flat.map(({ word }) => word))}, ${numberList(
        flat.map(({ at }) => at),
      )}, ${numberList(flat.map(({ fit }) => fit))}) as w (word, at, fit)),
    by_word as (
      select p.kind, p.entry_id, w.at, max(p.weight * w.fit) as score
      from wanted w join search_postings p on p.scope = any(${textList(scopes)}) and p.word = w.word
      where ${all ? sql`true` : sql`p.kind = any(${textList(kinds)})`}
      group by p.kind, p.entry_id, w.at),
    hits as (
      select kind, entry_id, sum(score) + 100 * count(*) as score from by_word
      group by kind, entry_id having count(*) >= ${needed}),
    ranked as (
      select *, count(*) over (partition by kind)::int as total,
        row_number() over (partition by kind order by score desc, entry_id) as place from hits)
    select e.kind, e.ref, e.company_id as "companyId", e.title, e.title_en as "titleEn", e.company_name as "companyName",
      e.place_code as "placeCode", e.state, e.slug, r.total, r.score
    from ranked r join search_entries e on e.id = r.entry_id
    where r.place > ${offset} and r.place <= ${offset + limit}
    order by r.kind, r.place`)
  return [...rows]
}

function resultOf(rows: readonly Row[], words: readonly WantedWord[], partial: boolean): SearchResult {
  const groups = entryKinds
    .flatMap((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind)
      const [best] = ofKind
      if (!best) return []
      const hits = ofKind.map(({ total: _t, score: _s, ...hit }) => hit)
      return [{ kind, total: best.total, hits, score: best.score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ score: _s, ...group }) => group)
  return {
    groups,
    total: groups.reduce((sum, { total }) => sum + total, 0),
    words: words.flatMap((wanted) => wanted.words.map(({ word }) => word)),
    corrections: words.flatMap(({ typed, corrected, words: [first] }) =>
      corrected && first ? [{ typed, meant: first.word }] : [],
    ),
    partial,
  }
}

/**
 * Finds openings, companies, stories, professions and skills by what was typed, among what the actor may see. Typing
 * errors, accents and inflection don't matter, and the last word may be unfinished. Where nothing has all the words, words
 * spelt alike are tried also for known ones; where that fails too, whatever has some of them is found.
 * @returns NOTHING_FOUND for what holds no word.
 */
export async function searchEntries(tx: Tx, query: SearchQuery, page: SearchPage): Promise<SearchResult> {
  const typed = typedWords(query.text)
  const kinds = query.kinds ?? entryKinds
  if (typed.length === 0 || kinds.length === 0) return NOTHING_FOUND
  const scopes = scopesOf(tx.actor)
  const known = await knownWords(tx, scopes, typed)
  const strict = expand(typed, known)
  const eager = expand(typed, known, { eager: true })
  const tries = [
    { words: strict, partial: false },
    { words: eager, partial: false },
    ...(typed.length > 1 ? [{ words: eager, partial: true }] : []),
  ]
  for (const { words, partial } of tries) {
    const findable = words.filter((wanted) => wanted.words.length > 0)
    if (findable.length === 0 || (!partial && findable.length < typed.length)) continue
    const wanted = { scopes, kinds, words: findable, needed: partial ? 1 : findable.length }
    const rows = await hitsOf(tx, wanted, page)
    if (rows.length > 0) return resultOf(rows, findable, partial)
  }
  return NOTHING_FOUND
}
