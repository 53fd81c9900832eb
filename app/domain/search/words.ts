import { foldText } from '../taxonomy/fold-text.ts'
import { isStopWord } from './stop-words.ts'

/** Longer ones are no words that anybody types again. */
const LONGEST_WORD = 40
const LONGEST_QUERY = 120
const MOST_WORDS = 8

/** The words of a text by which it is found, folded, in their order; stop words and single letters are left out. */
export const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .filter((word) => word.length > 1 && word.length <= LONGEST_WORD && !isStopWord(word))

/**
 * What was typed, as words to look for; the last one may be unfinished. Anything may be typed: what is too long is cut,
 * signs and control characters part words, and a stop word is looked for only when there is nothing else, since it may
 * be the beginning of another word.
 */
export function typedWords(typed: string): string[] {
  const all = foldText(typed.slice(0, LONGEST_QUERY))
    .split(' ')
    .filter((word) => word !== '' && word.length <= LONGEST_WORD)
  const telling = all.filter((word) => !isStopWord(word) && word.length > 1)
  const last = all.at(-1)
  return telling.length > 0 ? [...new Set(telling)].slice(0, MOST_WORDS) : last ? [last] : []
}
