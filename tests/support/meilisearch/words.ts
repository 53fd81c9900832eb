import { type Settings } from './settings.ts'

/** The words of a text as the index keeps them: lower case, without accents. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Further words of a query are not looked at. */
const MOST_QUERY_WORDS = 10

export type QueryTerm = { words: string[]; prefix: boolean; exact: boolean }
export type Query = { terms: QueryTerm[]; excluded: QueryTerm[] }

/**
 * Reads what was typed: words, "phrases", and -words that must not be there. The last word is a beginning unless a space
 * follows it.
 */
export function readQuery(text: string, settings: Settings): Query {
  const query: Query = { terms: [], excluded: [] }
  const stop = new Set(settings.stopWords.flatMap(wordsOf))
  for (const [, minus, phrase, plain] of text.matchAll(/(?:(?<=^|\s)(-))?(?:"([^"]*)"?|([^\s"]+))/g)) {
    const into = minus ? query.excluded : query.terms
    if (phrase !== undefined) into.push({ words: wordsOf(phrase), prefix: false, exact: true })
    else {
      for (const word of wordsOf(plain ?? '')) {
        if (!stop.has(word)) into.push({ words: [word], prefix: false, exact: false })
      }
    }
  }
  query.terms = query.terms.filter(({ words }) => words.length > 0).slice(0, MOST_QUERY_WORDS)
  const last = query.terms.at(-1)
  if (last && !last.exact && /[\p{L}\p{N}]$/u.test(text)) last.prefix = settings.prefixSearch !== 'disabled'
  return query
}

/**
 * Damerau-Levenshtein distance, in which a wrong first letter counts once more; with `prefix`, of the nearest beginning
 * of `word`. Stops counting above `most`.
 */
export function typos(typed: string, word: string, prefix: boolean, most: number): number {
  if (prefix && word.startsWith(typed)) return 0
  if (!prefix && Math.abs(typed.length - word.length) > most) return most + 1
  const rows: number[][] = [Array.from({ length: word.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= typed.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1]
      let cost = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + (same ? 0 : 1))
      if (typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1)
      row.push(cost)
    }
  }
  const final = rows.at(-1) ?? []
  const distance = prefix ? Math.min(...final) : (final.at(-1) ?? 0)
  return distance + (distance > 0 && typed[0] !== word[0] ? 1 : 0)
}

/** How many typos the settings forgive in a typed word. */
export function typosAllowed(typed: string, { typoTolerance }: Settings): number {
  const { enabled, minWordSizeForTypos, disableOnWords, disableOnNumbers } = typoTolerance
  if (!enabled || disableOnWords.flatMap(wordsOf).includes(typed)) return 0
  if (disableOnNumbers && /^\d+$/.test(typed)) return 0
  const length = [...typed].length
  if (length >= minWordSizeForTypos.twoTypos) return 2
  return length >= minWordSizeForTypos.oneTypo ? 1 : 0
}
