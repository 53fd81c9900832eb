/** A position in degrees, WGS 84. */
export type Coordinates = { lat: number; lng: number }

/** Mean radius of the Earth, (2a + b) / 3 of the GRS 80 ellipsoid (IUGG). */
const EARTH_RADIUS_KM = 6371.0088

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * Great-circle distance in kilometres, by the haversine formula (R. W. Sinnott, "Virtues of the Haversine",
 * Sky & Telescope 68, 1984, p. 159), which stays exact for near points where the law of cosines loses digits.
 * It is the straight line over the ground: a road is longer, in the valleys much longer.
 */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2)
  const halfLng = Math.sin(radians(b.lng - a.lng) / 2)
  const h = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLng ** 2
  // Rounding can push h a hair above 1 for antipodes, where asin would answer NaN.
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
