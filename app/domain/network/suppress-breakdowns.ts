import { isSmall, meaningOf, suppress, tellings, type Cell } from './suppress.ts'

/** A way to break a whole down: one line of counts for each part, by the same measures as the whole's own. */
export type Breakdown = {
  parts: readonly (readonly number[])[]
  /** Whoever counts in one part may count in another too, so that the parts add up to the whole or to more. */
  overlapping?: boolean
}

export type ShownBreakdowns = { whole: Cell[]; breakdowns: Cell[][][] }

/** `kept`: told as `<5` or not at all; `withheld`: not at all, be it small or not; `atMost`: what its choice tells of it. */
type Held = { count: number; kept: boolean; withheld: boolean; atMost: number }
type Range = readonly [least: number, most: number]

const NEVER: Range = [0, Infinity]

const hold = (line: readonly number[]): Held[] =>
  line.map((count) => ({ count, kept: isSmall(count), withheld: false, atMost: Infinity }))

const show = ({ count, kept, withheld }: Held): Cell =>
  withheld || (kept && !isSmall(count)) ? 'hidden' : suppress(count)

function meaningOfPart(part: Held): Range {
  const shown = show(part)
  if (shown !== 'hidden') return meaningOf(shown)
  return [part.withheld ? 0 : meaningOf('hidden')[0], part.atMost]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** One measure of one breakdown; `rest` is what its parts leave of the whole, which nobody is shown. */
type Column = { parts: Held[]; rest: Held; overlapping: boolean }

const meanings = ({ parts, rest }: Column): Range[] => [
  ...parts.map(meaningOfPart),
  ...(rest.count > 0 ? [NEVER] : []),
]

/** What a breakdown tells of the whole. */
function toldBy(column: Column): Range {
  const ranges = meanings(column)
  const least = ranges.map(([low]) => low)
  return [column.overlapping ? Math.max(0, ...least) : sum(least), sum(ranges.map(([, most]) => most))]
}

/** What the whole may be beside a breakdown: as it is told itself, and as the other breakdowns tell it. */
function meaningBeside(column: Column, columns: readonly Column[], told: Cell): Range {
  const known = [
    told === 'hidden' ? NEVER : meaningOf(told),
    ...columns.filter((each) => each !== column).map(toldBy),
  ]
  return [Math.max(...known.map(([least]) => least)), Math.min(...known.map(([, most]) => most))]
}

/** Whether each part that is told as `<5` may still be any of one to four, whatever else is shown. */
function tellsNothing(column: Column, [least, most]: Range): boolean {
  const ranges = meanings(column)
  const [fewest, highest] = meaningOf('<5')
  return column.parts.every((part, at) => {
    if (show(part) !== '<5') return true
    const others = ranges.filter((_, place) => place !== at)
    const above = least - sum(others.map(([, high]) => high))
    const below = most - (column.overlapping ? 0 : sum(others.map(([low]) => low)))
    return above <= fewest && below >= highest
  })
}

const betrayed = (columns: readonly Column[], told: Cell): Column[] =>
  columns.filter((column) => !tellsNothing(column, meaningBeside(column, columns, told)))

/** How the whole of a measure is told: as near as may be, a step away where a part would follow; else not at all. */
function tellWhole({ count, kept, withheld }: Held, columns: readonly Column[]): Cell {
  if (withheld || (kept && !isSmall(count))) return 'hidden'
  if (count === 0) return 0
  return tellings(count).find((told) => betrayed(columns, told).length === 0) ?? 'hidden'
}

const smallestOf = (cells: readonly Held[]): Held | undefined =>
  cells.find(({ count }) => count === Math.min(...cells.map((each) => each.count)))

/** Keeps the smallest cell back that is still shown and says something; that it is the smallest is known of it then. */
function hideSmallest(cells: readonly Held[]): boolean {
  const shown = cells.filter(({ count, kept }) => count > 0 && !kept)
  const smallest = smallestOf(shown)
  if (!smallest) return false
  const next = smallestOf(shown.filter((cell) => cell !== smallest))
  smallest.kept = true
  if (next) smallest.atMost = meaningOf(suppress(next.count))[1]
  return true
}

/** Where a line keeps exactly one cell back, it keeps back a second. */
const hideSecond = (line: readonly Held[]): boolean =>
  line.filter(({ kept }) => kept).length === 1 && hideSmallest(line)

/** Tells nothing of these any more, not even that they are small, or none. */
function withhold(cells: readonly Held[]): boolean {
  const told = cells.filter(({ withheld }) => !withheld)
  for (const cell of told) cell.kept = cell.withheld = true
  return told.length > 0
}

/**
 * Beside another breakdown with a part of one to four no breakdown tells the whole by its parts: it hides the smallest that
 * is large; or the only one there is and the whole with it, as if they were large.
 */
function hideBeside(column: Column, columns: readonly Column[], whole: Held): boolean {
  const beside = columns.some((each) => each !== column && each.parts.some(({ count }) => isSmall(count)))
  if (!beside || column.parts.some((part) => show(part) === 'hidden')) return false
  if (hideSmallest(column.parts)) return true
  const said = column.parts.filter(({ count }) => count > 0)
  return said.length === 1 && withhold([...said, whole])
}

/** Keeps a whole back that can't be told in any way, and a measure of which the parts alone would tell one of them. */
function hideWhole(whole: Held, columns: readonly Column[]): boolean {
  if (betrayed(columns, 'hidden').length > 0)
    return withhold([whole, ...columns.flatMap(({ parts }) => parts)])
  return tellWhole(whole, columns) === 'hidden' && withhold([whole])
}

/**
 * Tables that break the same whole down, each in its way, as they may be shown together. Each cell is as `suppress` shows
 * it; in every row and column that keeps one back a second is kept back too, the smallest that says anything; one more of
 * a table beside another that has a small part; and the whole is told a step of five higher or lower, or not at all, where
 * a part of one to four would follow from it: two parts below five that make up ten are four each. What is kept back
 * depends on what is shown and on no count behind it, so that it is no hint by itself.
 * @throws RangeError for what counts no persons.
 */
export function suppressBreakdowns(
  whole: readonly number[],
  breakdowns: readonly Breakdown[],
): ShownBreakdowns {
  const total = hold(whole)
  const tables = breakdowns.map(({ parts, overlapping = false }) => ({ lines: parts.map(hold), overlapping }))
  const measures = total.map((cell, at) => ({
    cell,
    columns: tables.map(({ lines, overlapping }): Column => {
      const parts = lines.flatMap((line) => line[at] ?? [])
      const left = overlapping ? 0 : Math.max(0, cell.count - sum(parts.map(({ count }) => count)))
      return { parts, rest: { count: left, kept: left > 0, withheld: false, atMost: Infinity }, overlapping }
    }),
  }))
  const lines = [
    ...tables.flatMap((table) => table.lines),
    total,
    ...measures.flatMap(({ cell, columns }) => columns.map(({ parts, rest }) => [...parts, rest, cell])),
  ]
  // What one line keeps back may leave another with a single gap: until none has.
  for (let changed = true; changed;) {
    const hidden = [
      ...lines.map(hideSecond),
      ...measures.flatMap(({ cell, columns }) => columns.map((column) => hideBeside(column, columns, cell))),
      ...measures.map(({ cell, columns }) => hideWhole(cell, columns)),
    ]
    changed = hidden.includes(true)
  }
  return {
    whole: measures.map(({ cell, columns }) => tellWhole(cell, columns)),
    breakdowns: tables.map((table) => table.lines.map((line) => line.map(show))),
  }
}
