import type { CardAttribute } from '../disclosure/card-attributes.ts'
import { cardWords } from './card-words.ts'
import type { VisitLanguage } from './languages.ts'
import { fillText } from './fill-text.ts'
import { visitTexts } from './texts.ts'

/** What an opening is, as somebody is asked about it. */
export type AskedAbout = {
  title: string
  kind: 'training' | 'trial' | 'internship' | 'job'
  company: string
  town: string
}

/** The words by which she is asked to be looked for at all. */
export const matchingWords = (language: VisitLanguage): string => visitTexts[language].matching_words

/** The sentence that says who looks for whom. */
export const openingSentence = (
  { title, kind, company, town }: AskedAbout,
  language: VisitLanguage,
): string => {
  const texts = visitTexts[language]
  return fillText(texts.opening_words, { company, town, opening: title, kind: texts[`kind_${kind}`] })
}

/** Everything that she reads before she answers about an opening, as one text: its hash is kept with her answer. */
export function openingWords(
  opening: AskedAbout,
  card: readonly CardAttribute[],
  language: VisitLanguage,
): string {
  const { opening_card: heading, opening_promise: promise } = visitTexts[language]
  const lines = cardWords(card, language).map(
    ({ label, values }) => `${label}: ${values.map(({ text }) => text).join(', ')}`,
  )
  return [openingSentence(opening, language), heading, ...lines, promise].join('\n')
}
