import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppressBreakdowns, type Breakdown } from './suppress-breakdowns.ts'
import { suppress } from './suppress.ts'

const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 100_000 }))
const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
const totalOf = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))

/** One table with its total, as it is shown. */
const shownOf = (parts: Breakdown['parts']) => {
  const { whole, breakdowns } = suppressBreakdowns(totalOf(parts), [{ parts }])
  return { whole, parts: breakdowns[0] ?? [] }
}

describe('a table with its total', () => {
  test('shows each part as a count is shown or keeps it back, and the total at most a step away', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { whole, parts } = shownOf(rows)
        for (const [at, row] of parts.entries()) {
          for (const [place, cell] of row.entries()) {
            if (cell !== 'hidden') expect(cell).toBe(suppress(rows[at]?.[place] ?? 0))
            else expect(rows[at]?.[place]).toBeGreaterThan(0)
          }
        }
        for (const [at, total] of totalOf(rows).entries()) {
          const cell = whole[at]
          if (typeof cell === 'number') expect(Math.abs(cell - total)).toBeLessThanOrEqual(5)
          if (cell === '<5') expect(total).toBeLessThan(5)
        }
      }),
    )
  })

  test('never keeps back a single cell of a row or column that says anything else', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { whole, parts } = shownOf(rows)
        const total = totalOf(rows)
        const lines = [
          ...parts.map((cells, at) => ({ cells, counts: rows[at] ?? [] })),
          ...total.map((sum, at) => ({
            cells: [...parts.map((row) => row[at]), whole[at]],
            counts: [...rows.map((row) => row[at] ?? 0), sum],
          })),
        ]
        for (const { cells, counts } of lines) {
          const kept = cells.filter((cell) => cell === 'hidden' || cell === '<5')
          if (kept.length === 1) expect(counts.filter((n) => n > 0).length).toBe(1)
        }
      }),
    )
  })

  test('hides the smallest beside the small one, in its row and in its column', () => {
    expect(
      shownOf([
        [3, 20, 9],
        [12, 30, 40],
      ]),
    ).toEqual({
      parts: [
        ['<5', 20, 'hidden'],
        ['hidden', 30, 'hidden'],
      ],
      whole: [15, 50, 50],
    })
  })

  test('tells a total another way where it would tell its parts: of four and four it is not ten', () => {
    expect(shownOf([[4], [4], [0]])).toEqual({ parts: [['<5'], ['<5'], [0]], whole: [5] })
    expect(shownOf([[3], [4], [0]])).toEqual({ parts: [['<5'], ['<5'], [0]], whole: [5] })
    expect(shownOf([[1], [1], [1], [1]])).toMatchObject({ whole: [5] })
    expect(shownOf([[1], [1], [1], [1], [1], [1], [1]])).toMatchObject({ whole: [10] })
  })

  test('leaves alone what tells nothing', () => {
    expect(shownOf([[60], [20], [12], [0]])).toEqual({ parts: [[60], [20], [10], [0]], whole: [90] })
    expect(shownOf([[3], [0]])).toEqual({ parts: [['<5'], [0]], whole: ['<5'] })
  })
})

describe('two tables of one network', () => {
  test('tell the same total', () => {
    const parts = [[60], [24], [16]]
    expect(suppressBreakdowns([100], [{ parts }, { parts: [[100]] }])).toEqual({
      whole: [100],
      breakdowns: [[[60], [25], [15]], [[100]]],
    })
  })

  test('keep back in the one what would tell a part of the other', () => {
    const { whole, breakdowns } = suppressBreakdowns([8], [{ parts: [[4], [4]] }, { parts: [[8], [0]] }])
    expect(breakdowns).toEqual([
      [['<5'], ['<5']],
      [['hidden'], [0]],
    ])
    expect(whole).not.toEqual([10])
  })

  test('may overlap: who wants two sectors counts in both', () => {
    const { whole, breakdowns } = suppressBreakdowns([20], [{ parts: [[15], [12], [9]], overlapping: true }])
    expect({ whole, breakdowns }).toEqual({ whole: [20], breakdowns: [[[15], [10], [10]]] })
  })

  test('may leave somebody out: whoever counts in no part is not told by their difference', () => {
    const { breakdowns } = suppressBreakdowns([23], [{ parts: [[20], [0]] }])
    expect(breakdowns).toEqual([[['hidden'], [0]]])
  })
})
