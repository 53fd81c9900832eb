/** A number about persons as it may be shown: `<5` stands for one to four, every other is rounded to five. */
export type Suppressed = number | '<5'

/** Cells below this size could point at somebody. */
export const SMALLEST_CELL = 5
const GRID = 5

/**
 * A count of persons cut down until it points at nobody: 0 stays 0, 1 to 4 become `<5`, the rest goes to the nearest
 * multiple of five, so that the difference between two figures isn't one person.
 * @throws RangeError for what counts no persons.
 */
export function suppress(count: number): Suppressed {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('not a count of persons')
  if (count > 0 && count < SMALLEST_CELL) return '<5'
  return Math.round(count / GRID) * GRID
}

/** Every cell of a set of counts, suppressed. */
export const suppressAll = <Key extends string>(counts: Record<Key, number>): Record<Key, Suppressed> =>
  Object.fromEntries(Object.entries<number>(counts).map(([key, count]) => [key, suppress(count)])) as Record<
    Key,
    Suppressed
  >

/** A cell of a table: `hidden` stands for one kept back so that another can't be computed. */
export type Cell = Suppressed | 'hidden'

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_CELL

/** The place in a line of the smallest count that is still shown, where exactly one is kept back; else none. */
function secondToHide(line: readonly { count: number; kept: boolean }[]): number {
  if (line.filter(({ kept }) => kept).length !== 1) return -1
  const shown = line.filter(({ count, kept }) => !kept && count > 0)
  const smallest = Math.min(...shown.map(({ count }) => count))
  return line.findIndex(({ count, kept }) => !kept && count > 0 && count === smallest)
}

/**
 * A table of counts as it may be shown: each cell as `suppress` shows it, and in every row and column that keeps one back
 * a second is kept back too, the smallest that says anything. Totals are rows and columns like the others.
 * @throws RangeError for what counts no persons.
 */
export function suppressTable(rows: readonly (readonly number[])[]): Cell[][] {
  const table = rows.map((row) => row.map((count) => ({ count, kept: isSmall(count) })))
  const lines = () => [...table, ...(table[0] ?? []).map((_, at) => table.flatMap((row) => row[at] ?? []))]
  // What one line hides may leave another with a single gap: until none has.
  for (let changed = true; changed;) {
    changed = false
    for (const line of lines()) {
      const cell = line[secondToHide(line)]
      if (cell) changed = cell.kept = true
    }
  }
  return table.map((row) =>
    row.map(({ count, kept }) => (kept && !isSmall(count) ? 'hidden' : suppress(count))),
  )
}
