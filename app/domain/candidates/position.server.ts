import { placeByCode } from '../places/places.server.ts'
import { DomainError } from '../shared/errors.ts'

/**
 * The columns of a profile that follow from its comune.
 * @throws DomainError invalid for a code that is none of Piemonte's.
 */
export function positionOf(placeCode: string) {
  const place = placeByCode(placeCode)
  if (!place) throw new DomainError('invalid', 'desk_person_place_unknown', 'placeCode')
  return { placeCode, province: place.province, lat: place.lat, lng: place.lng }
}
