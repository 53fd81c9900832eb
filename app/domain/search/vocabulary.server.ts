import { eq, sql } from 'drizzle-orm'
import { searchPostings } from '#db/schema/search.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Scope } from './entry.ts'
import type { KnownWord } from './expand.ts'
import { numberList, textList } from './lists.server.ts'
import { hasVocabulary } from './scopes.ts'
import { allowedErrors, spellingsOf } from './spelling.ts'
import { englishStem, italianStem } from './stem.ts'

/** Of the words that a beginning may grow into the shortest are looked for; one more letter narrows them down. */
const MOST_BEGUN = 60
const MOST_ALIKE = 400

/** Above every letter and digit, byte by byte. */
const END = '{'

/** A company with more words than that has some of them left out while it searches its own. */
const MOST_OWN = 5_000

function meaning(at: number, typed: string, word: string): KnownWord | null {
  const stem = italianStem(word)
  const one = { at, word, stem }
  if (word === typed) return { ...one, how: 'same' }
  if (stem === italianStem(typed) || englishStem(word) === englishStem(typed)) return { ...one, how: 'stem' }
  if (word.startsWith(typed)) return { ...one, how: 'begins' }
  return allowedErrors(typed) > 0 ? { ...one, how: 'alike' } : null
}

/** What each typed word may mean among the words of a company's own openings and stories. */
async function ownWords(tx: Tx, scope: Scope, typed: readonly string[]): Promise<KnownWord[]> {
  const rows = await tx
    .selectDistinct({ word: searchPostings.word })
    .from(searchPostings)
    .where(eq(searchPostings.scope, scope))
    .limit(MOST_OWN)
  return rows.flatMap(({ word }) => typed.flatMap((wanted, at) => meaning(at, wanted, word) ?? []))
}

/** The words of the index that each typed word may mean, of every scope of the actor. */
export async function knownWords(
  tx: Tx,
  scopes: readonly Scope[],
  typed: readonly string[],
): Promise<KnownWord[]> {
  const shared = await sharedWords(tx, scopes.filter(hasVocabulary), typed)
  const own = scopes.filter((scope) => !hasVocabulary(scope))
  const others = await together(own.map((scope) => ownWords(tx, scope, typed)))
  return [...shared, ...others.flat()]
}

/**
 * The words of the vocabulary that each typed word may mean: itself, its inflections, those it begins, those spelt alike. All are
 * looked up by equality or range: under row security PostgreSQL uses an index only for operators that can't leak, and
 * neither full-text nor trigram operators are among them (docs/decisions).
 */
async function sharedWords(tx: Tx, scopes: readonly Scope[], typed: readonly string[]): Promise<KnownWord[]> {
  const at = typed.map((_, position) => position)
  const spellings = typed.flatMap((word, position) =>
    allowedErrors(word) > 0 ? spellingsOf(word).map((spelling) => ({ position, spelling })) : [],
  )
  const mine = textList(scopes)
  const rows = await tx.execute<Omit<KnownWord, 'stem'>>(sql`
    with typed as (
      select * from unnest(${numberList(at)}, ${textList(typed)}, ${textList(typed.map(italianStem))},
        ${textList(typed.map(englishStem))}) as t (at, word, stem_it, stem_en))
    select t.at, w.word, case when w.word = t.word then 'same' else 'stem' end as how from typed t
      join search_words w on w.scope = any(${mine}) and w.stem in (t.stem_it, t.stem_en)
    union all
    select t.at, w.word, 'begins' from typed t
      cross join lateral (
        select word from search_words where scope = any(${mine}) and word > t.word and word < t.word || ${END}
        order by length(word), word limit ${MOST_BEGUN}) w
    union all
    (select distinct s.at, w.word, 'alike'
      from unnest(${numberList(spellings.map(({ position }) => position))},
        ${textList(spellings.map(({ spelling }) => spelling))}) as s (at, spelling)
      join search_spellings w on w.scope = any(${mine}) and w.spelling = s.spelling
      limit ${MOST_ALIKE * typed.length})`)
  return rows.map((row) => ({ ...row, stem: italianStem(row.word) }))
}
