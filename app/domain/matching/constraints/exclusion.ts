import type { Exclusion, MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

export type ExclusionVerdict = VerdictOf<'exclusion', Record<string, never>, { matched: Exclusion[] }>

const lettersOf = (key: string): string => [...key.replaceAll(' ', '')].toSorted().join('')

/** Whether all words of a name, two at least, are among those of the other. */
function isPartOf(one: string, other: string): boolean {
  const words = other.split(' ')
  return one.includes(' ') && one.split(' ').every((word) => words.includes(word))
}

/**
 * Whether two keys are names of one person: who is known by two names may be written down with three, and El Amrani as
 * Elamrani. As `app.is_name_of` says it.
 */
export const isNameOf = (one: string, other: string): boolean =>
  isPartOf(one, other) || isPartOf(other, one) || lettersOf(one) === lettersOf(other)

/**
 * Met when she need not avoid the company, its VAT id, one of its people or the town of the workplace. Values are compared
 * as they are stored, so both sides are normalised when they are written. A matter of safety: only her own case manager
 * may ever learn that this blocked.
 */
export function exclusion(opening: MatchOpening, profile: MatchProfile): ExclusionVerdict {
  const here: Record<Exclusion['kind'], (value: string) => boolean> = {
    company: (value) => value === opening.companyId,
    vat: (value) => value === opening.companyVatId,
    person: (value) => opening.companyPeople.some((name) => isNameOf(value, name)),
    town: (value) => value === opening.place.townCode,
  }
  const matched = profile.exclusions.filter(({ kind, value }) => here[kind](value))
  if (matched.length > 0) return { constraint: 'exclusion', met: false, facts: { matched } }
  return { constraint: 'exclusion', met: true, facts: {} }
}
