import type { Tx } from '../shared/with-actor.server.ts'
import { entryKinds } from './entry.ts'
import { expand, type WantedWord } from './expand.ts'
import { findHits, type RankedHit } from './find-hits.server.ts'
import { NOTHING_FOUND, type SearchPage, type SearchQuery, type SearchResult } from './result.ts'
import { scopesOf } from './scopes.ts'
import { knownWords } from './vocabulary.server.ts'
import { typedWords } from './words.ts'

function resultOf(rows: readonly RankedHit[], words: readonly WantedWord[], partial: boolean): SearchResult {
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
    const rows = await findHits(tx, { scopes, kinds, words: findable, all: !partial }, page)
    if (rows.length > 0) return resultOf(rows, findable, partial)
  }
  return NOTHING_FOUND
}
