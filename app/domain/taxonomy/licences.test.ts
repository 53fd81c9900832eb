import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { licenceCategories, licenceCovers } from './licences.ts'
import type { LicenceCategory } from './licences.ts'

const category = fc.constantFrom(...licenceCategories)
const all = (held: LicenceCategory[]) => licenceCategories.filter((asked) => licenceCovers(held, asked))

describe('licenceCovers', () => {
  it.each<[LicenceCategory, LicenceCategory[]]>([
    ['AM', ['AM']],
    ['A1', ['AM', 'A1']],
    ['A2', ['AM', 'A1', 'A2']],
    ['A', ['AM', 'A1', 'A2', 'A']],
    ['B1', ['AM', 'B1']],
    ['B', ['AM', 'A1', 'B1', 'B']],
    ['BE', ['AM', 'A1', 'B1', 'B', 'BE']],
    ['C1', ['AM', 'A1', 'B1', 'B', 'C1']],
    ['C1E', ['AM', 'A1', 'B1', 'B', 'BE', 'C1', 'C1E']],
    ['C', ['AM', 'A1', 'B1', 'B', 'C1', 'C']],
    ['CE', ['AM', 'A1', 'B1', 'B', 'BE', 'C1', 'C1E', 'C', 'CE']],
    ['D1', ['AM', 'A1', 'B1', 'B', 'D1']],
    ['D1E', ['AM', 'A1', 'B1', 'B', 'BE', 'D1', 'D1E']],
    ['D', ['AM', 'A1', 'B1', 'B', 'D1', 'D']],
    ['DE', ['AM', 'A1', 'B1', 'B', 'BE', 'D1', 'D1E', 'D', 'DE']],
  ])('lets the holder of %s drive %j', (held, expected) => {
    expect(all([held])).toEqual(expected)
  })

  it('counts CE for DE only together with D', () => {
    expect(licenceCovers(['CE'], 'DE')).toBe(false)
    expect(licenceCovers(['CE', 'D1'], 'DE')).toBe(false)
    expect(licenceCovers(['CE', 'D'], 'DE')).toBe(true)
    expect(licenceCovers(['CE', 'D'], 'D1E')).toBe(true)
    expect(licenceCovers(['C1E', 'D'], 'DE')).toBe(false)
  })

  it('gives nothing to who holds nothing', () => {
    expect(all([])).toEqual([])
  })

  it('always covers what is held, and holding more never covers less', () => {
    fc.assert(
      fc.property(fc.uniqueArray(category), category, (held, more) => {
        const before = all(held)
        expect(before).toEqual(expect.arrayContaining(held))
        expect(all([...held, more])).toEqual(expect.arrayContaining(before))
      }),
    )
  })

  it('adds nothing by writing down what is covered already', () => {
    fc.assert(
      fc.property(fc.uniqueArray(category), (held) => {
        expect(all(all(held))).toEqual(all(held))
      }),
    )
  })
})
