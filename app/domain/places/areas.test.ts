import { describe, expect, it } from 'vitest'
import { areaOfProvince, areas, provinceCodes } from './areas.ts'

describe('areas', () => {
  it('puts every province in one of the three areas, and leaves no area empty', () => {
    expect(new Set(provinceCodes.map(areaOfProvince))).toEqual(new Set(areas))
    expect(provinceCodes.filter((province) => areaOfProvince(province) === 'torino')).toEqual(['TO'])
    expect(provinceCodes.filter((province) => areaOfProvince(province) === 'south')).toEqual([
      'CN',
      'AL',
      'AT',
    ])
  })
})
