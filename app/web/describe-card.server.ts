import type { CardAttribute, CardAttributeName } from '#app/domain/disclosure/card-attributes.ts'
import { cardAttributeNames } from '#app/domain/disclosure/card-attributes.ts'
import { iscoGroupOf } from '#app/domain/taxonomy/isco-groups.ts'
import { labelOfProfession, labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import { text } from './text.server.ts'

type Locale = 'it' | 'en'
export type CardLine = { name: CardAttributeName; label: string; values: string[] }

/** One shown attribute in words. Only codes of the closed vocabulary have any. */
function wordsOf({ attribute, value }: CardAttribute, locale: Locale): string {
  switch (attribute) {
    case 'profession':
      return labelOfProfession(value, locale)
    case 'profession_group':
      return iscoGroupOf(value)?.[locale] ?? ''
    case 'skill': {
      const [code = '', level = '1'] = value.split(':')
      return `${labelOfSkill(code, locale)} (${text(`proposals_level_${level}`)})`
    }
    case 'italian':
      return text(`proposals_italian_${value}`)
    case 'slot':
      return text(`matching_slot_${value}`)
    case 'licence':
      return text('proposals_licence_of', { category: value })
    case 'area':
      return text(`proposals_area_${value}`)
  }
}

/** A card in words, always in the same order of attributes, so that order says nothing of a person. */
export function describeCard(card: readonly CardAttribute[], locale: Locale): CardLine[] {
  return cardAttributeNames.flatMap((name) => {
    const values = card.filter(({ attribute }) => attribute === name).map((shown) => wordsOf(shown, locale))
    return values.length > 0 ? [{ name, label: text(`proposals_attr_${name}`), values }] : []
  })
}

/** A card in one sentence's list, for the consent text and for what was held back. */
export const listCard = (card: readonly CardAttribute[], locale: Locale): string =>
  describeCard(card, locale)
    .map(({ label, values }) => `${label.toLowerCase()} (${values.join(', ')})`)
    .join('; ')
