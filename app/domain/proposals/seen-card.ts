import {
  cardAttributeNames,
  type CardAttribute,
  type CardAttributeName,
} from '../disclosure/card-attributes.ts'

/** What may have changed between two looks at a proposal: an attribute of the card, or the words around it. */
export type Changed = CardAttributeName | 'words'

type Seen = { card: string[]; words: string }

const read = (seen: string): Seen | null => {
  try {
    const { card, words } = JSON.parse(seen) as Partial<Seen>
    return Array.isArray(card) && typeof words === 'string' ? { card, words } : null
  } catch {
    return null
  }
}

/**
 * What a page shows of a proposal, for its forms to carry: whoever records a yes or sends says which card she means.
 * @param words stands for the text that is read to the person: equal texts, equal strings.
 */
export const seenCard = (card: readonly CardAttribute[], words: string): string =>
  JSON.stringify({ card: card.map(({ attribute, value }) => `${attribute}=${value}`).sort(), words })

/** What differs between what a form carried and what holds now; everything where the form carried nothing readable. */
export function changedSince(before: string, after: string): Changed[] {
  const [old, current] = [read(before), read(after)]
  if (!old || !current) return [...cardAttributeNames, 'words']
  const differing = [
    ...old.card.filter((shown) => !current.card.includes(shown)),
    ...current.card.filter((shown) => !old.card.includes(shown)),
  ]
  const names = cardAttributeNames.filter((name) => differing.some((shown) => shown.startsWith(`${name}=`)))
  // A card in other words is told by its attributes; the words themselves changed only where those did not.
  return names.length === 0 && old.words !== current.words ? ['words'] : names
}
