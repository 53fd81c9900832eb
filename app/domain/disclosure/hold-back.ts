import { groupOfProfession } from '../taxonomy/vocabulary.ts'
import type { CardAttribute, CardAttributeName } from './card-attributes.ts'

/** No set of attributes shown of one person, now and in 24 months together, may fit fewer people (privacy.md). */
export const MINIMUM_K = 5
/** The pool must hold this many active people of at least this many organisations, or no card leaves at all. */
export const MINIMUM_POOL = 20
export const MINIMUM_ORGANISATIONS = 2
/** How long what was shown counts. */
export const MEMORY_MONTHS = 24

const without = (card: readonly CardAttribute[], ...names: CardAttributeName[]): CardAttribute[] =>
  card.filter(({ attribute }) => !names.includes(attribute))

/** The profession becomes its group, and the skills that point at it go. */
function generalised(card: readonly CardAttribute[]): CardAttribute[] {
  return without(card, 'skill').map((shown) =>
    shown.attribute === 'profession'
      ? { attribute: 'profession_group', value: groupOfProfession(shown.value) }
      : shown,
  )
}

/**
 * The cards that may be tried for a person, fullest first, in privacy.md's fixed order: without the area, then without
 * licence, then without Italian level, then with the profession group in place of profession and skills. Slots go
 * between Italian and profession: see docs/decisions/004-what-falls-off-a-card.md.
 */
export function fallBacks(full: readonly CardAttribute[]): CardAttribute[][] {
  const steps: ((card: CardAttribute[]) => CardAttribute[])[] = [
    (card) => without(card, 'area'),
    (card) => without(card, 'licence'),
    (card) => without(card, 'italian'),
    (card) => without(card, 'slot'),
    generalised,
  ]
  const cards = [[...full]]
  for (const step of steps) cards.push(step(cards.at(-1) ?? []))
  return cards
}

const key = ({ attribute, value }: CardAttribute): string => `${attribute}=${value}`

/** Everything shown of a person once a card is added to what was shown before, each once. */
export function union(past: readonly CardAttribute[], card: readonly CardAttribute[]): CardAttribute[] {
  return [...new Map([...past, ...card].map((shown) => [key(shown), shown])).values()]
}

/** What the full card had and the chosen one has not: the case manager is told, the company never. */
export function heldBack(full: readonly CardAttribute[], chosen: readonly CardAttribute[]): CardAttribute[] {
  const kept = new Set(chosen.map(key))
  return full.filter((shown) => !kept.has(key(shown)))
}

export type Pool = { people: number; organisations: number }

/** The card that may go out, or why none may. */
export type CardChoice =
  | { sendable: true; card: CardAttribute[]; heldBack: CardAttribute[]; k: number }
  | { sendable: false; why: 'pool_too_small' | 'too_few_alike'; k: number }

/**
 * Picks the fullest card whose union with all that was shown fits at least `MINIMUM_K` people.
 * @param counts k of each fall-back's union with the past, in the order of `fallBacks`.
 */
export function chooseCard(
  full: readonly CardAttribute[],
  counts: readonly number[],
  pool: Pool,
): CardChoice {
  if (pool.people < MINIMUM_POOL || pool.organisations < MINIMUM_ORGANISATIONS) {
    return { sendable: false, why: 'pool_too_small', k: 0 }
  }
  for (const [index, card] of fallBacks(full).entries()) {
    const k = counts[index] ?? 0
    if (k >= MINIMUM_K) return { sendable: true, card, heldBack: heldBack(full, card), k }
  }
  return { sendable: false, why: 'too_few_alike', k: counts.at(-1) ?? 0 }
}
