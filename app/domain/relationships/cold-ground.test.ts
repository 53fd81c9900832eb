import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groundBy, type GroundCell } from './cold-ground.ts'

const territories = ['TO', 'CN', 'AL']
const sectors = ['retail', 'metal', 'care']

/** One cell at most for each place and sector, as a statement that groups by both brings them. */
const ground: fc.Arbitrary<GroundCell[]> = fc.uniqueArray(
  fc
    .record({
      territory: fc.constantFrom(...territories),
      sector: fc.constantFrom(...sectors),
      companies: fc.integer({ min: 0, max: 9 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ share, ...cell }) => ({ ...cell, warm: Math.floor(share * cell.companies) })),
  { selector: ({ territory, sector }) => `${territory} ${sector}` },
)
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

test('every company is counted once on each side, the warm ones too', () => {
  fc.assert(
    fc.property(ground, (cells) => {
      for (const side of ['territory', 'sector'] as const) {
        const lines = groundBy(cells, side, [])
        expect(sum(lines.map(({ companies }) => companies))).toBe(sum(cells.map((cell) => cell.companies)))
        expect(sum(lines.map(({ warm }) => warm))).toBe(sum(cells.map((cell) => cell.warm)))
      }
    }),
  )
})

test('a sector is cold in a territory exactly when the territory is cold in that sector: companies, none warm', () => {
  fc.assert(
    fc.property(ground, (cells) => {
      const pairs = (side: 'territory' | 'sector') =>
        groundBy(cells, side, []).flatMap(({ key, cold }) =>
          cold.map((other) => (side === 'territory' ? `${key} ${other}` : `${other} ${key}`)),
        )
      const expected = cells.filter(({ companies, warm }) => companies > 0 && warm === 0)
      expect(pairs('territory').toSorted()).toEqual(pairs('sector').toSorted())
      expect(pairs('territory').toSorted()).toEqual(
        expected.map(({ territory, sector }) => `${territory} ${sector}`).toSorted(),
      )
    }),
  )
})

test('those without a warm company come first, and places without any company are there too', () => {
  fc.assert(
    fc.property(ground, (cells) => {
      const lines = groundBy(cells, 'territory', territories)
      expect(lines.map(({ key }) => key).toSorted()).toEqual(territories.toSorted())
      const firstWarm = lines.findIndex(({ warm }) => warm > 0)
      if (firstWarm >= 0) expect(lines.slice(firstWarm).every(({ warm }) => warm > 0)).toBe(true)
    }),
  )
})
