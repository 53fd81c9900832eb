/** A position in degrees. */
export type Position = { lat: number; lng: number }
/** A point of the picture, in its units. */
export type Point = { x: number; y: number }

const WIDTH = 600
const MARGIN = 16
const DEGREES = 180 / Math.PI

/**
 * Puts positions on a picture 600 units wide: degrees of longitude shrunk as at the middle latitude, which over two degrees
 * of it is wrong by less than 2 %.
 */
export function mapProjection(positions: readonly Position[]) {
  const lats = positions.map(({ lat }) => lat)
  const lngs = positions.map(({ lng }) => lng)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const shrink = Math.cos((south + north) / 2 / DEGREES)
  const scale = (WIDTH - 2 * MARGIN) / ((east - west) * shrink || 1)
  return {
    width: WIDTH,
    height: Math.round((north - south) * scale) + 2 * MARGIN,
    at: ({ lat, lng }: Position): Point => ({
      x: Math.round(MARGIN + (lng - west) * shrink * scale),
      y: Math.round(MARGIN + (north - lat) * scale),
    }),
  }
}

/** Points as one path of dots: drawn with round ends, a line of no length is a dot. */
export const dotPath = (points: readonly Point[]): string => points.map(({ x, y }) => `M${x} ${y}h0`).join('')
