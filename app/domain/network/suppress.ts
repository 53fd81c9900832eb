/** A number about persons as it may be shown: `<5` stands for one to four, every other is rounded to five. */
export type Suppressed = number | '<5'

/** Cells below this size could point at somebody. */
export const SMALLEST_CELL = 5
const GRID = 5
/** How far a figure may be from its count. */
const ROUNDED_BY = 2

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

/** Whether a count is one that only `<5` may stand for. */
export const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_CELL

/** The counts that a shown figure may stand for, from the least to the most. */
export function meaningOf(cell: Cell): [least: number, most: number] {
  if (cell === 'hidden') return [SMALLEST_CELL, Infinity]
  if (cell === '<5') return [1, SMALLEST_CELL - 1]
  if (cell === 0) return [0, 0]
  return [Math.max(SMALLEST_CELL, cell - ROUNDED_BY), cell + ROUNDED_BY]
}

/** The figures that a count of at least one may be told as, the nearest first: `suppress`'s and its two neighbours. */
export function tellings(count: number): Suppressed[] {
  const nearest = suppress(count)
  if (nearest === '<5') return ['<5', GRID]
  const [above, below] = [nearest + GRID, nearest - GRID].filter((figure) => figure > 0)
  const others = [above, below].filter((figure) => figure !== undefined)
  return [nearest, ...others.toSorted((a, b) => Math.abs(a - count) - Math.abs(b - count))]
}
