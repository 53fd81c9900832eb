import { describe, expect, it } from 'vitest'
import { areaOfProvince, provinceCodes } from './areas.ts'
import { distanceKm } from './distance.ts'
import { placeByCode, places, provinces, searchPlaces } from './places.server.ts'

const names = (query: string, limit?: number) => searchPlaces(query, limit).map((place) => place.name)

describe('the comuni of Piemonte', () => {
  it('are as many as ISTAT counts in each province', () => {
    const counts = Object.fromEntries(
      provinceCodes.map((code) => [code, places.filter((place) => place.province === code).length]),
    )
    expect(counts).toEqual({ TO: 312, CN: 247, AL: 187, AT: 117, NO: 87, VC: 82, BI: 74, VB: 74 })
    expect(places).toHaveLength(1180)
  })

  it('have each their own six-digit code, a name and at least one CAP', () => {
    expect(new Set(places.map((place) => place.code)).size).toBe(places.length)
    for (const place of places) {
      expect(place.code).toMatch(/^\d{6}$/)
      expect(place.name).not.toBe('')
      expect(place.caps.length, place.name).toBeGreaterThan(0)
      for (const cap of place.caps) expect(cap).toMatch(/^\d{5}$/)
    }
  })

  it('lie inside the region, each in a place of its own', () => {
    for (const { name, lat, lng } of places) {
      expect(lat, name).toBeGreaterThan(44.06)
      expect(lat, name).toBeLessThan(46.47)
      expect(lng, name).toBeGreaterThan(6.62)
      expect(lng, name).toBeLessThan(9.22)
    }
    expect(new Set(places.map(({ lat, lng }) => `${lat},${lng}`)).size).toBe(places.length)
  })

  it('are within reach of the chief town of their province', () => {
    // The farthest are Formazza, Claviere and Alto: a wrong homonym elsewhere would fall outside.
    for (const { code, name } of provinces) {
      const chief = searchPlaces(code === 'VB' ? 'Verbania' : name, 1)[0]
      const others = places.filter((place) => place.province === code)
      for (const place of others) expect(distanceKm(chief!, place), place.name).toBeLessThan(80)
    }
  })

  it('include those that other sources know by another name, and recent mergers', () => {
    expect(placeByCode('001272')).toMatchObject({ name: 'Torino', province: 'TO', lat: 45.0705, lng: 7.6868 })
    expect(placeByCode('005122')).toMatchObject({ name: 'Moransengo-Tonengo', caps: ['14023'] })
    expect(placeByCode('015146')).toBeUndefined()
  })

  it('have eight provinces with names, each in an area', () => {
    expect(provinces.map((province) => province.code)).toEqual([...provinceCodes])
    expect(areaOfProvince(placeByCode('096004')!.province)).toBe('north_east')
  })
})

describe('searchPlaces', () => {
  it('finds by prefix first, then inside the name', () => {
    expect(names('torin')[0]).toBe('Torino')
    expect(names('torin', 50)).toContain('Settimo Torinese')
    expect(names('torre p')).toEqual(['Torre Pellice'])
  })

  it('takes no notice of accents, capitals and apostrophes', () => {
    expect(names('AGLIE')[0]).toBe('Agliè')
    expect(names('rora')).toContain('Rorà')
    expect(names('sant ambrogio')).toEqual(["Sant'Ambrogio di Torino"])
    expect(names('Sant’Ambrogio')).toEqual(["Sant'Ambrogio di Torino"])
  })

  it('keeps to its limit and answers nothing to nothing', () => {
    expect(names('a', 5)).toHaveLength(5)
    expect(names('  ')).toEqual([])
    expect(names('zzz')).toEqual([])
  })
})
