import type { Exclusion, MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

export type ExclusionVerdict = VerdictOf<'exclusion', Record<string, never>, { matched: Exclusion[] }>

/** Whether all words of a name are among those of an owner's: who is known by two names may be written down with three. */
const isNameOf = (name: string, owner: string): boolean => {
  const words = owner.split(' ')
  return name.split(' ').every((word) => words.includes(word))
}

/**
 * Met when she need not avoid the company, its VAT id, one of its owners or the town of the workplace. Values are compared
 * as they are stored, so both sides are normalised when they are written. A matter of safety: only her own case manager
 * may ever learn that this blocked.
 */
export function exclusion(opening: MatchOpening, profile: MatchProfile): ExclusionVerdict {
  const here: Record<Exclusion['kind'], (value: string) => boolean> = {
    company: (value) => value === opening.companyId,
    vat: (value) => value === opening.companyVatId,
    owner: (value) => opening.companyOwners.some((owner) => isNameOf(value, owner)),
    town: (value) => value === opening.place.townCode,
  }
  const matched = profile.exclusions.filter(({ kind, value }) => here[kind](value))
  if (matched.length > 0) return { constraint: 'exclusion', met: false, facts: { matched } }
  return { constraint: 'exclusion', met: true, facts: {} }
}
