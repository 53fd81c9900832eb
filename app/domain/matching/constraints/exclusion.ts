import type { Exclusion, MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

export type ExclusionVerdict = VerdictOf<'exclusion', Record<string, never>, { matched: Exclusion[] }>

/**
 * Met when she need not avoid the company, its VAT id or the town of the workplace. Values are compared as they
 * are stored, so both sides are normalised when they are written. A matter of safety: only her own case manager
 * may ever learn that this blocked.
 */
export function exclusion(opening: MatchOpening, profile: MatchProfile): ExclusionVerdict {
  const here: Record<Exclusion['kind'], string | null> = {
    company: opening.companyId,
    vat: opening.companyVatId,
    town: opening.place.townCode,
  }
  const matched = profile.exclusions.filter(({ kind, value }) => here[kind] === value)
  if (matched.length > 0) return { constraint: 'exclusion', met: false, facts: { matched } }
  return { constraint: 'exclusion', met: true, facts: {} }
}
