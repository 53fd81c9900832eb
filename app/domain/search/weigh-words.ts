import type { Entry, Place } from './entry.ts'
import { stemOf } from './stem.ts'
import { wordsOf } from './words.ts'

export type WeighedWord = { word: string; stems: string[]; weight: number }

const weightOf: Record<Place, number> = { title: 10, fact: 4, body: 1 }
/** Only tells apart what fits alike: ten years make less than the smallest step between two places. */
const WEIGHT_OF_A_DAY = 1e-5
const MOST_WORDS_OF_A_TEXT = 400

const daysSince2020 = (day: string): number =>
  Math.max(0, (Date.parse(day) - Date.parse('2020-01-01')) / 86_400_000)

/**
 * The words by which an entry is found, each once, at its best place. In a short title a word says more than in a long
 * one, so that `Magazziniere` comes before `Magazziniere addetto al carrello`; what is over counts less.
 */
export function weighWords(entry: Entry): WeighedWord[] {
  const weighed = new Map<string, WeighedWord>()
  const newer = entry.day ? daysSince2020(entry.day) * WEIGHT_OF_A_DAY : 0
  for (const { text, language, place } of entry.texts) {
    const words = wordsOf(text).slice(0, MOST_WORDS_OF_A_TEXT)
    const share = place === 'title' ? 0.5 + 0.5 / Math.sqrt(words.length) : 1
    const weight = Math.fround(weightOf[place] * share * entry.currency + newer)
    for (const word of words) {
      const stem = stemOf[language](word)
      const known = weighed.get(word)
      if (!known) weighed.set(word, { word, stems: [stem], weight })
      else {
        known.weight = Math.max(known.weight, weight)
        if (!known.stems.includes(stem)) known.stems.push(stem)
      }
    }
  }
  return [...weighed.values()]
}
