import { travelKm } from '#app/domain/places/travel.ts'
import type { MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

type CommuteMet = { km: number; maxKm: number; lift: 'lodging' | 'transport' | null }

export type CommuteVerdict = VerdictOf<'commute', CommuteMet, { km: number; maxKm: number }>

/**
 * Kilometres from her area to the workplace, in tenths. The rounded figure is the one compared and scored, so that
 * nobody reads "12 km: beyond the 12 km she can travel".
 */
export const commuteKm = (
  opening: Pick<MatchOpening, 'place'>,
  profile: Pick<MatchProfile, 'area'>,
): number => Math.round(travelKm(profile.area, opening.place) * 10) / 10

/** Met within the distance she can travel; lodging or transport from the opening lifts the limit. */
export function commute(opening: MatchOpening, profile: MatchProfile): CommuteVerdict {
  const km = commuteKm(opening, profile)
  const { maxKm } = profile
  const lift = opening.lodgingProvided ? 'lodging' : opening.transportProvided ? 'transport' : null
  if (lift === null && km > maxKm) return { constraint: 'commute', met: false, facts: { km, maxKm } }
  return { constraint: 'commute', met: true, facts: { km, maxKm, lift } }
}
