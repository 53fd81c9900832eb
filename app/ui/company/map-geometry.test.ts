import { expect, test } from 'vitest'
import { dotPath, mapProjection } from './map-geometry.ts'

const torino = { lat: 45.07, lng: 7.69 }
const corners = [
  { lat: 44.1, lng: 6.6 },
  { lat: 46.4, lng: 9.2 },
]

test('north is up, east is right, and the corners lie inside the margin', () => {
  const { at, width, height } = mapProjection(corners)
  const [southWest, northEast] = corners.map(at)
  expect(southWest).toEqual({ x: 16, y: height - 16 })
  expect(northEast).toEqual({ x: width - 16, y: 16 })
  expect(at(torino).x).toBeGreaterThan(16)
})

test('a kilometre east is as long as a kilometre north', () => {
  const { at } = mapProjection(corners)
  const km = 1 / 111.2
  const origin = at(torino)
  const north = origin.y - at({ ...torino, lat: torino.lat + 100 * km }).y
  const east =
    at({ ...torino, lng: torino.lng + (100 * km) / Math.cos((45.25 / 180) * Math.PI) }).x - origin.x
  expect(Math.abs(north - east)).toBeLessThanOrEqual(2)
})

test('points become dots of one path', () => {
  expect(
    dotPath([
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]),
  ).toBe('M1 2h0M3 4h0')
})
