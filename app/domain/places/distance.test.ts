import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from './distance.ts'

const torino = { lat: 45.0705, lng: 7.6868 }
const cuneo = { lat: 44.3933, lng: 7.5511 }
const position = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('distanceKm', () => {
  it('puts Cuneo about 76 km from Torino in a straight line', () => {
    expect(distanceKm(torino, cuneo)).toBeGreaterThan(74)
    expect(distanceKm(torino, cuneo)).toBeLessThan(80)
  })

  it('is half the circumference between antipodes', () => {
    expect(distanceKm({ lat: 0, lng: 0 }, { lat: 0, lng: 180 })).toBeCloseTo(20_015.1, 0)
  })

  it('is zero to itself, symmetric, and never longer than a detour', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(distanceKm(a, a)).toBe(0)
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6)
        // Near antipodes the haversine loses digits: it is exact to metres there.
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 0.01)
      }),
    )
  })
})
