import type { IsoDate, MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

type PermitMet = { startsOn: IsoDate; until: IsoDate | null; byRenewal: boolean }
type PermitBlocked =
  | { reason: 'may_not_work_yet'; mayWorkFrom: IsoDate; startLatest: IsoDate }
  | { reason: 'expires'; until: IsoDate; startsOn: IsoDate }

export type PermitVerdict = VerdictOf<'permit', PermitMet, PermitBlocked>

const latest = (...days: [IsoDate, ...IsoDate[]]): IsoDate => days.reduce((a, b) => (a > b ? a : b))

/**
 * Met when she may lawfully work by the opening's latest start and her permit outlives the start, or a renewal is
 * under way. The start is the first day on which the opening, her commitments and the law all allow it, never
 * in the past; so the people admitted have at least one day on which they can really begin. A permit that ends on
 * the very day of the start blocks.
 */
export function permit(opening: MatchOpening, profile: MatchProfile, today: IsoDate): PermitVerdict {
  const { mayWorkFrom, permitUntil: until } = profile
  const { startLatest } = opening
  const startsOn = latest(today, opening.startFrom, profile.freeFrom, mayWorkFrom)
  if (mayWorkFrom > startLatest) {
    const facts = { reason: 'may_not_work_yet', mayWorkFrom, startLatest } as const
    return { constraint: 'permit', met: false, facts }
  }
  const outlived = until !== null && until <= startsOn
  if (outlived && !profile.renewalUnderWay)
    return { constraint: 'permit', met: false, facts: { reason: 'expires', until, startsOn } }
  return { constraint: 'permit', met: true, facts: { startsOn, until, byRenewal: outlived } }
}
