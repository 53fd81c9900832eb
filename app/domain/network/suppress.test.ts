import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppress, suppressAll, suppressTable } from './suppress.ts'

const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 100_000 }))

test('no count ever shows as one to four', () => {
  fc.assert(
    fc.property(count, (n) => {
      const shown = suppress(n)
      if (shown === '<5') expect([1, 2, 3, 4]).toContain(n)
      else expect(shown === 0 || shown >= 5).toBe(true)
    }),
  )
})

test('what is shown is a multiple of five, at most two away from the truth', () => {
  fc.assert(
    fc.property(count, (n) => {
      const shown = suppress(n)
      if (shown === '<5') return
      expect(shown % 5).toBe(0)
      expect(Math.abs(shown - n)).toBeLessThanOrEqual(2)
    }),
  )
})

test('one person more or less is never told apart inside a cell', () => {
  const shown = Array.from({ length: 23 }, (_, n) => suppress(n))
  expect(shown).toEqual([
    0,
    '<5',
    '<5',
    '<5',
    '<5',
    5,
    5,
    5,
    10,
    10,
    10,
    10,
    10,
    15,
    15,
    15,
    15,
    15,
    20,
    20,
    20,
    20,
    20,
  ])
})

test('every cell of a table is suppressed', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), count), (counts) => {
      for (const shown of Object.values(suppressAll(counts))) expect([1, 2, 3, 4]).not.toContain(shown)
    }),
  )
  expect(suppressAll({ takenOn: 103, hired: 3 })).toEqual({ takenOn: 105, hired: '<5' })
})

test('what counts nobody is refused', () => {
  for (const wrong of [-1, 2.5, NaN, Infinity]) expect(() => suppress(wrong)).toThrow(RangeError)
})

describe('a table', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )

  test('shows each cell as a count is shown, or keeps it back', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const [at, row] of suppressTable(rows).entries()) {
          for (const [place, cell] of row.entries()) {
            if (cell !== 'hidden') expect(cell).toBe(suppress(rows[at]?.[place] ?? 0))
            else expect(rows[at]?.[place]).toBeGreaterThanOrEqual(5)
          }
        }
      }),
    )
  })

  test('never keeps back a single cell of a row or column that says anything else', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const shown = suppressTable(rows)
        const columns = (rows[0] ?? []).map((_, at) => ({
          cells: shown.map((row) => row[at]),
          counts: rows.map((row) => row[at] ?? 0),
        }))
        for (const { cells, counts } of [
          ...shown.map((cells, at) => ({ cells, counts: rows[at] ?? [] })),
          ...columns,
        ]) {
          const kept = cells.filter((cell) => cell === '<5' || cell === 'hidden').length
          if (kept === 1) expect(counts.filter((n) => n > 0).length).toBe(1)
        }
      }),
    )
  })

  test('hides the smallest beside the small one', () => {
    expect(
      suppressTable([
        [3, 20, 9],
        [12, 30, 40],
      ]),
    ).toEqual([
      ['<5', 20, 'hidden'],
      ['hidden', 30, 'hidden'],
    ])
  })
})
