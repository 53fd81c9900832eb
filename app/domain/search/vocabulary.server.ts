import { sql } from 'drizzle-orm'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Scope } from './entry.ts'
import type { KnownWord } from './expand.ts'
import { numberList, textList } from './lists.server.ts'
import { allowedErrors, spellingsOf } from './spelling.ts'
import { englishStem, italianStem } from './stem.ts'

/** Of the words that a beginning may grow into the shortest are looked for; one more letter narrows them down. */
const MOST_BEGUN = 60
const MOST_ALIKE = 400

/** Above every letter and digit, byte by byte. */
const END = '{'

/**
 * The words of the index that each typed word may mean: itself, its inflections, those it begins, those spelt alike. All are
 * looked up by equality or range: under row security PostgreSQL uses an index only for operators that can't leak, and
 * neither full-text nor trigram operators are among them (docs/decisions).
 */
export async function knownWords(
  tx: Tx,
  scopes: readonly Scope[],
  typed: readonly string[],
): Promise<KnownWord[]> {
  const at = typed.map((_, position) => position)
  const spellings = typed.flatMap((word, position) =>
    allowedErrors(word) > 0 ? spellingsOf(word).map((spelling) => ({ position, spelling })) : [],
  )
  const mine = textList(scopes)
  const rows = await tx.execute<KnownWord>(sql`
    with typed as (
      select * from unnest(${numberList(at)}, ${textList(typed)}, ${textList(typed.map(italianStem))},
        ${textList(typed.map(englishStem))}) as t (at, word, stem_it, stem_en))
    select t.at, w.word, w.stem, 'same' as how from typed t
      join search_words w on w.scope = any(${mine}) and w.word = t.word
    union
    select t.at, w.word, w.stem, 'stem' from typed t
      join search_words w on w.scope = any(${mine}) and w.stem in (t.stem_it, t.stem_en)
    union
    select t.at, w.word, w.stem, 'begins' from typed t
      cross join lateral (
        select distinct word, stem, length(word) from search_words
        where scope = any(${mine}) and word > t.word and word < t.word || ${END}
        order by length(word), word limit ${MOST_BEGUN}) w
    union
    (select distinct s.at, w.word, ws.stem, 'alike'
      from unnest(${numberList(
        spellings.map(({ position }) => position),
      )}, ${textList(spellings.map(({ spelling }) => spelling))}) as s (at, spelling)
      join search_spellings w on w.scope = any(${mine}) and w.spelling = s.spelling
      join search_words ws on ws.scope = w.scope and ws.word = w.word
      limit ${MOST_ALIKE * typed.length})`)
  return [...rows]
}
