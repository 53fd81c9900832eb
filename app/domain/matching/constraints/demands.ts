import type { Demand } from '#app/domain/taxonomy/demands.ts'
import type { MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

export type DemandsVerdict = VerdictOf<'demands', { asked: Demand[] }, { clashing: Demand[] }>

/**
 * Met when nothing the work physically demands is among her limits. Only what the opening declares is read: a
 * night shift does not imply `night_work`, whoever posts the opening states it.
 */
export function demands(opening: MatchOpening, profile: MatchProfile): DemandsVerdict {
  const clashing = opening.demands.filter((demand) => profile.limits.includes(demand))
  if (clashing.length > 0) return { constraint: 'demands', met: false, facts: { clashing } }
  return { constraint: 'demands', met: true, facts: { asked: [...opening.demands] } }
}
