import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import { placeByCode, places, provinces } from '#app/domain/places/places.server.ts'
import { dotPath, mapProjection } from '#app/ui/company/map-geometry.ts'
import type { MapView } from '#app/ui/company/portfolio-view.ts'
import { portfolioQuery, type Shown } from '#app/ui/company/portfolio-address.ts'

const { at, height, width } = mapProjection(places)

/** Every comune as a dot, a path for each province, and where the province's name goes. Worked out once. */
const ground = provinces.map(({ code, name }) => {
  const points = places.filter(({ province }) => province === code).map(at)
  const middle = (of: 'x' | 'y') =>
    Math.round(points.reduce((sum, point) => sum + point[of], 0) / points.length)
  return { code: code as string, name, dots: dotPath(points), x: middle('x'), y: middle('y') }
})

/** The map of the territory with the companies of a filter on it; each point leads to its own table. */
export function mapView(found: readonly { placeCode: string; total: number }[], shown: Shown): MapView {
  const most = Math.max(1, ...found.map(({ total }) => total))
  const known = found.flatMap(({ placeCode, total }) => {
    const place = placeByCode(placeCode)
    if (!place) return []
    const query = portfolioQuery({ ...shown, view: 'table', place: placeCode })
    return [{ ...at(place), code: placeCode, name: placeLabel(placeCode), total, share: total / most, query }]
  })
  const placed = known.reduce((sum, { total }) => sum + total, 0)
  return {
    ...{ width, height, ground, points: known },
    elsewhere: found.reduce((sum, { total }) => sum + total, 0) - placed,
  }
}
