import type { IsoDate, MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

type StartFacts = { freeFrom: IsoDate; startLatest: IsoDate }

export type StartVerdict = VerdictOf<'start', StartFacts, StartFacts>

/**
 * Met when she is free by the opening's latest start, that day included. Nobody can start in the past, so an
 * opening whose latest start is gone blocks everybody until it is moved.
 */
export function start(opening: MatchOpening, profile: MatchProfile, today: IsoDate): StartVerdict {
  const freeFrom = profile.freeFrom > today ? profile.freeFrom : today
  const { startLatest } = opening
  return { constraint: 'start', met: freeFrom <= startLatest, facts: { freeFrom, startLatest } }
}
