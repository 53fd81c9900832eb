import { sql, type SQL } from 'drizzle-orm'
import { profiles } from '#db/schema/candidates.ts'
import type { Coordinates } from '../../places/distance.ts'

/** Mean radius of the Earth, as in places/distance.ts. */
const EARTH_RADIUS_KM = 6371.0088

/** The same two operations as the pure rule: PostgreSQL's own radians() multiplies by another constant. */
const radians = (degrees: SQL): SQL => sql`(((${degrees}) * pi()) / 180)`

/**
 * Kilometres from a profile's area to `place`, in tenths: the pure commuteKm step by step, half a tenth rounding up. The
 * contract test compares it for every two places of Piemonte.
 */
export function commuteKmSql(place: Coordinates): SQL {
  const lat = sql`${place.lat}::float8`
  const lng = sql`${place.lng}::float8`
  const halfLat = sql`sin(${radians(sql`${lat} - ${profiles.lat}`)} / 2)`
  const halfLng = sql`sin(${radians(sql`${lng} - ${profiles.lng}`)} / 2)`
  const cosines = sql`cos(${radians(sql`${profiles.lat}`)}) * cos(${radians(lat)})`
  const h = sql`(power(${halfLat}, 2) + ${cosines} * power(${halfLng}, 2))`
  const km = sql`(${2 * EARTH_RADIUS_KM}::float8 * asin(least(1::float8, sqrt(${h}))))`
  return sql`(floor(${km} * 10 + 0.5) / 10)`
}
