import { cardAttributeNames, type CardAttribute } from '../disclosure/card-attributes.ts'
import { iscoGroupOf } from '../taxonomy/isco-groups.ts'
import { labelOfProfession, labelOfSkill } from '../taxonomy/vocabulary.ts'
import type { VisitLanguage } from './languages.ts'
import { visitTexts, type TextKey } from './texts.ts'

/** A word of a card; `italian` where it has none of her language, and stands as the company reads it. */
export type CardWord = { text: string; italian: boolean }
export type CardWords = { label: string; values: CardWord[] }

/** The names of trades and skills are kept in Italian and English only. */
function named(language: VisitLanguage, label: (locale: 'it' | 'en') => string, after = ''): CardWord {
  const english = language === 'en'
  const italian = !english && language !== 'it'
  return { text: label(english ? 'en' : 'it') + after, italian }
}

function wordOf({ attribute, value }: CardAttribute, language: VisitLanguage): CardWord {
  const texts = visitTexts[language]
  const own = (key: string): CardWord => ({ text: texts[key as TextKey], italian: false })
  switch (attribute) {
    case 'profession':
      return named(language, (locale) => labelOfProfession(value, locale))
    case 'profession_group':
      return named(language, (locale) => iscoGroupOf(value)?.[locale] ?? '')
    case 'skill': {
      const [code = '', level = '1'] = value.split(':')
      const { text } = own(`level_${level}`)
      return named(language, (locale) => labelOfSkill(code, locale), ` (${text})`)
    }
    case 'licence':
      return { text: value, italian: false }
    case 'italian':
    case 'slot':
    case 'area':
      return own(`${attribute}_${value}`)
  }
}

/** A card in a person's language, line by line, always in the same order. */
export const cardWords = (card: readonly CardAttribute[], language: VisitLanguage): CardWords[] =>
  cardAttributeNames.flatMap((name) => {
    const values = card.filter(({ attribute }) => attribute === name).map((shown) => wordOf(shown, language))
    return values.length > 0 ? [{ label: visitTexts[language][`attr_${name}`], values }] : []
  })
