import { hoursOf, toBits, type WeekMask } from '#app/domain/matching/week.ts'
import { cellValue, maskFromCells } from '#app/ui/week-grid/mask-fields.ts'

/** The rows of cells that can be seen, top to bottom: the night's only while it is open. */
export const visibleRows = (root: HTMLElement): HTMLInputElement[][] =>
  [...root.querySelectorAll('tbody tr')]
    .filter((row) => !row.closest('details:not([open])'))
    .map((row) => [...row.querySelectorAll<HTMLInputElement>('input.week-cell')])

export const allCells = (root: HTMLElement): HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>('input.week-cell'),
]

export const cellAt = (target: EventTarget | Element | null): HTMLInputElement | null =>
  target instanceof HTMLInputElement && target.classList.contains('week-cell') ? target : null

/** Row and column of a cell among `rows`, or null where it is not one of them. */
export function positionOf(
  rows: HTMLInputElement[][],
  cell: HTMLInputElement,
): [row: number, day: number] | null {
  const row = rows.findIndex((cells) => cells.includes(cell))
  return row === -1 ? null : [row, rows[row]?.indexOf(cell) ?? 0]
}

/** The cells of the rectangle that two of them span. */
export function between(
  rows: HTMLInputElement[][],
  a: HTMLInputElement,
  b: HTMLInputElement,
): HTMLInputElement[] {
  const [from, to] = [positionOf(rows, a), positionOf(rows, b)]
  if (!from || !to) return []
  const [top, bottom] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const [left, right] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
  return rows.slice(top, bottom + 1).flatMap((cells) => cells.slice(left, right + 1))
}

export const tickedMask = (root: HTMLElement): WeekMask =>
  maskFromCells(
    allCells(root)
      .filter((cell) => cell.checked)
      .map((cell) => cell.value),
  )

export const tickedHours = (root: HTMLElement): number => hoursOf(tickedMask(root))

/**
 * Ticks exactly the cells of `mask`. False, and nothing changed, where it takes half of an hour that has one cell.
 */
export function showMask(root: HTMLElement, mask: WeekMask): boolean {
  const bits = toBits(mask)
  const states = allCells(root).map((cell) => {
    const [, day, hour, minutes] = /^(\d)-(\d+)(:\d\d)?$/.exec(cell.value) ?? []
    const at = Number(day) * 48 + Number(hour) * 2 + (minutes === ':30' ? 1 : 0)
    const whole = cell.value === cellValue(Number(day), Number(hour))
    return { cell, on: bits[at] === '1', split: whole && bits[at] !== bits[at + 1] }
  })
  if (states.some(({ split }) => split)) return false
  for (const { cell, on } of states) cell.checked = on
  return true
}
