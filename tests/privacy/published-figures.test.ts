import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppressBreakdowns, type Breakdown } from '#app/domain/network/suppress-breakdowns.ts'
import { suppress, type Cell } from '#app/domain/network/suppress.ts'

/** A network that might be the true one, and the tables that would be published of it. */
type World = { whole: readonly number[]; tables: readonly Breakdown[] }

const cellsOf = ({ whole, tables }: World): number[] => [
  ...whole,
  ...tables.flatMap(({ parts }) => parts.flat()),
]

/** Worlds with parts up to `most`, and what would be published of each. */
type Worlds = { most: number; worlds: Iterable<World> }

/**
 * What somebody learns who knows the published tables, that they add up, and how they are made: all worlds that look the
 * same to her. A count of one to four that is the same in all of them has been derived. What reaches the edge of the worlds
 * that were tried is left out: others beyond it look the same too.
 */
function derived({ most, worlds }: Worlds): { shown: string; count: number }[] {
  const alike = new Map<string, { parts: Cell[]; cells: number[][] }>()
  for (const world of worlds) {
    const shown = suppressBreakdowns(world.whole, world.tables)
    const key = JSON.stringify(shown)
    const group = alike.get(key) ?? { parts: shown.breakdowns.flat(2), cells: [] }
    group.cells.push(cellsOf(world))
    alike.set(key, group)
  }
  return [...alike].flatMap(([shown, { parts, cells }]) => {
    const first = cells[0] ?? []
    const wholes = first.length - parts.length
    const atEdge = parts.some(
      (part, at) =>
        (typeof part === 'number' && part > 0 && part + 2 > most) ||
        (part === 'hidden' && cells.some((each) => each[wholes + at] === most)),
    )
    return atEdge
      ? []
      : first.flatMap((count, place) =>
          count > 0 && count < 5 && cells.every((each) => each[place] === count) ? [{ shown, count }] : [],
        )
  })
}

/** Every line of `length` counts from 0 to `most`. */
function* lines(length: number, most: number): Generator<number[]> {
  if (length === 0) {
    yield []
    return
  }
  for (const line of lines(length - 1, most))
    for (let count = 0; count <= most; count++) yield [...line, count]
}

const sum = (line: readonly number[]): number => line.reduce((total, count) => total + count, 0)
const column = (counts: readonly number[]): number[][] => counts.map((count) => [count])

function* singleTables(parts: number, most: number): Generator<World> {
  for (const counts of lines(parts, most)) yield { whole: [sum(counts)], tables: [{ parts: column(counts) }] }
}

/** Two tables of the same people, as stages and organisations are. */
function* twoTables(first: number, second: number, most: number): Generator<World> {
  const others = [...lines(second, most)]
  for (const counts of lines(first, most)) {
    for (const other of others.filter((each) => sum(each) === sum(counts)))
      yield { whole: [sum(counts)], tables: [{ parts: column(counts) }, { parts: column(other) }] }
  }
}

/** Two measures of which the second counts some of the first, as all and unmet do. */
function* nestedMeasures(parts: number, most: number): Generator<World> {
  for (const all of lines(parts, most)) {
    for (const some of lines(parts, most)) {
      if (some.some((count, at) => count > (all[at] ?? 0))) continue
      const rows = all.map((count, at) => [count, some[at] ?? 0])
      yield { whole: [sum(all), sum(some)], tables: [{ parts: rows }] }
    }
  }
}

/** Parts in which somebody may count more than once, as sectors that people want. */
function* overlaps(parts: number, most: number): Generator<World> {
  for (const counts of lines(parts, most)) {
    for (let whole = Math.max(...counts); whole <= sum(counts); whole++)
      yield { whole: [whole], tables: [{ parts: column(counts), overlapping: true }] }
  }
}

describe('no count below five can be derived from what is published, by whoever knows how it is made', () => {
  test('from one table and its total', () => {
    expect(derived({ most: 24, worlds: singleTables(2, 24) })).toEqual([])
    expect(derived({ most: 13, worlds: singleTables(3, 13) })).toEqual([])
    expect(derived({ most: 8, worlds: singleTables(4, 8) })).toEqual([])
    expect(derived({ most: 5, worlds: singleTables(5, 5) })).toEqual([])
  })

  test('from two tables of the same people', () => {
    expect(derived({ most: 12, worlds: twoTables(2, 2, 12) })).toEqual([])
    expect(derived({ most: 8, worlds: twoTables(2, 3, 8) })).toEqual([])
    // Four of one each beside the four of them all look like five, six or seven.
    const beside = (counts: number[]) =>
      JSON.stringify(
        suppressBreakdowns([sum(counts)], [{ parts: [[sum(counts)]] }, { parts: column(counts) }]),
      )
    const alike = [
      [1, 1, 1, 1],
      [2, 1, 1, 1],
      [1, 2, 2, 1],
      [2, 1, 1, 3],
    ]
    expect(new Set(alike.map(beside)).size).toBe(1)
  })

  test('from a measure that counts some of another', () => {
    expect(derived({ most: 9, worlds: nestedMeasures(2, 9) })).toEqual([])
    expect(derived({ most: 5, worlds: nestedMeasures(3, 5) })).toEqual([])
  })

  test('from parts that overlap', () => {
    expect(derived({ most: 12, worlds: overlaps(2, 12) })).toEqual([])
    expect(derived({ most: 7, worlds: overlaps(3, 7) })).toEqual([])
  })

  test('and the search finds what plain rounding gives away: two parts below five of ten are four each', () => {
    const rounded = (world: World) => JSON.stringify(cellsOf(world).map(suppress))
    const worlds = [...singleTables(2, 12)].filter((world) => rounded(world) === '[10,"<5","<5"]')
    expect(worlds.map(cellsOf)).toEqual([[8, 4, 4]])
  })
})

test('somebody more or less moves a published count by one step at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (count) => {
      const steps = [0, '<5', 5]
      const stepOf = (figure: number | '<5') =>
        typeof figure === 'number' && figure > 5 ? figure / 5 + 1 : steps.indexOf(figure)
      expect(stepOf(suppress(count)) - stepOf(suppress(count - 1))).toBeOneOf([0, 1])
    }),
  )
})
