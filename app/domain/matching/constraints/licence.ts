import { licenceCovers, type LicenceCategory } from '#app/domain/taxonomy/licences.ts'
import type { MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

type LicenceMet = { asked: LicenceCategory[]; vehicle: boolean }
type LicenceBlocked = { missing: LicenceCategory[]; vehicleMissing: boolean }

export type LicenceVerdict = VerdictOf<'licence', LicenceMet, LicenceBlocked>

/**
 * Met when each category asked is held, or by law included in what is held, and a vehicle is at hand where
 * one is needed. The vehicle alone asks for no category: it may be a bicycle or a moped.
 */
export function licence(opening: MatchOpening, profile: MatchProfile): LicenceVerdict {
  const missing = opening.licences.filter((asked) => !licenceCovers(profile.licences, asked))
  const vehicleMissing = opening.needsVehicle && !profile.hasVehicle
  if (missing.length > 0 || vehicleMissing)
    return { constraint: 'licence', met: false, facts: { missing, vehicleMissing } }
  const facts = { asked: [...opening.licences], vehicle: opening.needsVehicle }
  return { constraint: 'licence', met: true, facts }
}
