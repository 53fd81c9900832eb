import { useEffect, type RefObject } from 'react'
import { pressWeekButton, weekFields } from '#app/ui/week-grid/mask-fields.ts'
import { paintByPointer } from '#app/ui/week-grid/paint-by-pointer.ts'
import {
  allCells,
  cellAt,
  positionOf,
  showMask,
  tickedHours,
  tickedMask,
  visibleRows,
} from '#app/ui/week-grid/week-cells.ts'

const STEPS: Record<string, [rows: number, days: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -6],
  End: [0, 6],
}

/** Moves the one tab stop of the grid to `cell`: otherwise Tab would stop at every hour of the week. */
function stopAt(root: HTMLElement, cell: HTMLInputElement) {
  for (const other of allCells(root)) other.tabIndex = -1
  cell.tabIndex = 0
}

/** Arrows move between cells; with Shift they carry the cell's state along. */
function moveByKey(root: HTMLElement, event: KeyboardEvent): boolean {
  const cell = cellAt(event.target)
  const step = STEPS[event.key]
  if (!cell || !step) return false
  const rows = visibleRows(root)
  const at = positionOf(rows, cell)
  if (!at) return false
  event.preventDefault()
  const row = Math.min(rows.length - 1, Math.max(0, at[0] + step[0]))
  const next = rows[row]?.[Math.min(6, Math.max(0, at[1] + step[1]))]
  if (!next) return false
  if (event.shiftKey) next.checked = cell.checked
  next.focus()
  return true
}

/**
 * What a script adds to the grid's checkboxes: one tab stop with arrow keys, painting by dragging (on a touch screen
 * after a long press, so that the page still scrolls), presets without a round trip, and the running total.
 */
export function useWeekPainting(
  box: RefObject<HTMLElement>,
  name: string,
  onHours: (hours: number) => void,
): void {
  useEffect(() => {
    const root = box.current
    if (!root) return
    const stop = new AbortController()
    const { signal } = stop
    const changed = () => onHours(tickedHours(root))
    root.dataset.enhanced = ''
    const first = visibleRows(root)[0]?.[0]
    if (first) stopAt(root, first)

    root.addEventListener('change', changed, { signal })
    root.addEventListener('keydown', (event) => moveByKey(root, event) && event.shiftKey && changed(), {
      signal,
    })
    root.addEventListener(
      'focusin',
      ({ target }) => {
        const cell = cellAt(target)
        if (cell) stopAt(root, cell)
      },
      { signal },
    )
    root.addEventListener(
      'click',
      (event) => {
        const button = event.target instanceof Element ? event.target.closest('button') : null
        if (!button || button.name !== weekFields(name).press) return
        if (!/^(preset:|clear$|copy$)/.test(button.value)) return
        // A week that these cells can't show goes to the server after all.
        if (!showMask(root, pressWeekButton(tickedMask(root), button.value))) return
        event.preventDefault()
        changed()
      },
      { signal },
    )
    paintByPointer(root, changed, signal)
    return () => stop.abort()
  }, [box, name, onHours])
}
