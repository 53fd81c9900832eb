import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../shared/with-actor.server.ts'
import { entryKinds, type EntryKind, type Scope } from './entry.ts'
import type { WantedWord } from './expand.ts'
import { numberList, textList } from './lists.server.ts'
import type { SearchHit, SearchPage } from './result.ts'

export type Wanted = {
  scopes: readonly Scope[]
  kinds: readonly EntryKind[]
  words: readonly WantedWord[]
  /** Whether an entry must have all the words, or one of them is enough. */
  all: boolean
}

export type RankedHit = SearchHit & { total: number; score: number }

/** The places of one typed word: of any of the words it stands for, each weighed by how well it answers. */
function placesOf({ words }: WantedWord, alias: SQL, { scopes, kinds }: Wanted): { where: SQL; score: SQL } {
  const list = textList(words.map(({ word }) => word))
  const ofKind = kinds.length < entryKinds.length ? sql` and ${alias}.kind = any(${textList(kinds)})` : sql``
  const fit = numberList(words.map((one) => one.fit))
  return {
    where: sql`${alias}.scope = any(${textList(scopes)}) and ${alias}.word = any(${list})${ofKind}`,
    score: sql`max(${alias}.weight * (${fit})[array_position(${list}, ${alias}.word)])`,
  }
}

const alias = (at: number): SQL => sql.identifier(`p${at}`) as unknown as SQL

/** Entries that have every word: one join a word, so that PostgreSQL begins with the rarest. */
function havingAll(wanted: Wanted): SQL {
  const places = wanted.words.map((word, at) => placesOf(word, alias(at), wanted))
  const joins = places.slice(1).map(
    ({ where }, at) => sql` join search_postings ${alias(at + 1)}
      on ${alias(at + 1)}.kind = p0.kind
      and ${alias(at + 1)}.entry_id = p0.entry_id and ${where}`,
  )
  return sql`select p0.kind, p0.entry_id, ${sql.join(
    places.map(({ score }) => score),
    sql` + `,
  )} as score from search_postings p0 ${sql.join(joins)} where ${places[0]?.where ?? sql`false`}
    group by p0.kind, p0.entry_id`
}

/** Entries that have any of the words; one more word outweighs every better place. */
function havingSome(wanted: Wanted): SQL {
  const each = wanted.words.map((word, at) => {
    const { where, score } = placesOf(word, sql`p`, wanted)
    return sql`select ${at}::int as at, p.kind, p.entry_id, ${score} as score from search_postings p where ${where}
      group by p.kind, p.entry_id`
  })
  return sql`select kind, entry_id, sum(score) + 100 * count(*) as score
    from (${sql.join(each, sql` union all `)}) w group by kind, entry_id`
}

/**
 * One page of the hits of every kind, and how many there are, in one statement. Scores come from the index alone; only the
 * entries of the page are read.
 */
export async function findHits(
  tx: Tx,
  wanted: Wanted,
  { limit, offset = 0 }: SearchPage,
): Promise<RankedHit[]> {
  const rows = await tx.execute<RankedHit>(sql`
    with hits as materialized (${wanted.all ? havingAll(wanted) : havingSome(wanted)}),
    totals as (select kind, count(*)::int as total from hits group by kind)
    select e.kind, e.ref, e.company_id as "companyId", e.title, e.title_en as "titleEn", e.company_name as "companyName",
      e.place_code as "placeCode", e.state, e.slug, t.total, h.score
    from totals t
    cross join lateral (
      select entry_id, score from hits where kind = t.kind
      order by score desc, entry_id limit ${limit} offset ${offset}) h
    join search_entries e on e.id = h.entry_id
    order by t.kind, h.score desc, e.id`)
  return [...rows]
}
