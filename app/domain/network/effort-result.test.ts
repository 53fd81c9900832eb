import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effortResults, type Effort } from './effort-result.ts'

const efforts: fc.Arbitrary<Effort[]> = fc.array(
  fc.record({
    key: fc.string(),
    minutes: fc.nat(100_000),
    hosted: fc.nat(40),
    hired: fc.nat(40),
  }),
  { minLength: 1, maxLength: 8 },
)
const networkOf = (rows: readonly Effort[]): Effort => {
  const total = (of: 'minutes' | 'hosted' | 'hired') => rows.reduce((sum, row) => sum + row[of], 0)
  return { key: null, minutes: total('minutes'), hosted: total('hosted'), hired: total('hired') }
}
const shownOf = (rows: readonly Effort[]) => effortResults(networkOf(rows), [rows])[0] ?? []

test('minutes are told exactly, persons never by ones', () => {
  fc.assert(
    fc.property(efforts, (rows) => {
      const shown = shownOf(rows)
      const exact = [...rows, networkOf(rows)].map(({ minutes }) => minutes)
      expect(shown.map(({ minutes }) => minutes)).toEqual(exact)
      for (const cell of shown.flatMap(({ hosted, hired }) => [hosted, hired]))
        expect(cell === '<5' || cell === 'hidden' || cell % 5 === 0).toBe(true)
    }),
  )
})

test('the time for each follows from what is shown and tells nothing more', () => {
  fc.assert(
    fc.property(efforts, (rows) => {
      for (const { minutes, hosted, hired, minutesEach } of shownOf(rows)) {
        const told = typeof hosted === 'number' && typeof hired === 'number' && hosted + hired > 0
        expect(minutesEach).toBe(told ? Math.round(minutes / (hosted + hired)) : null)
      }
    }),
  )
})

test('every table ends with the same line of the network', () => {
  fc.assert(
    fc.property(efforts, (rows) => {
      const tables = effortResults(networkOf(rows), [rows, [networkOf(rows)]])
      expect(tables[0]?.at(-1)).toEqual(tables[1]?.at(-1))
    }),
  )
})
