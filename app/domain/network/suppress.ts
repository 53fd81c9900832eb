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
