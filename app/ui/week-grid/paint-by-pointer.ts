import { between, cellAt, visibleRows } from '#app/ui/week-grid/week-cells.ts'

/** How long a finger rests before it paints, and how far it may tremble meanwhile; less is a scroll or a tap. */
const LONG_PRESS = 350
const TREMBLE = 10

type Stroke = {
  start: HTMLInputElement
  /** What the rectangle is painted with. */
  on: boolean
  before: Map<HTMLInputElement, boolean>
  x: number
  y: number
  painting: boolean
  timer?: ReturnType<typeof setTimeout>
}

/** Dragging from one cell to another gives the whole rectangle the state that a click on the first would give it. */
export function paintByPointer(root: HTMLElement, changed: () => void, signal: AbortSignal): void {
  let stroke: Stroke | null = null
  let swallowClick = false

  const begin = (current: Stroke) => {
    current.painting = true
    root.dataset.painting = ''
    paint(current, current.start)
  }
  const paint = (current: Stroke, to: HTMLInputElement) => {
    const rectangle = new Set(between(visibleRows(root), current.start, to))
    for (const [cell, was] of current.before) cell.checked = rectangle.has(cell) ? current.on : was
  }
  const end = (keep: boolean) => {
    if (!stroke) return
    clearTimeout(stroke.timer)
    if (stroke.painting) {
      if (!keep) for (const [cell, was] of stroke.before) cell.checked = was
      swallowClick = keep
      // The click that ends a drag comes in the same task as its pointerup, or not at all.
      setTimeout(() => (swallowClick = false))
      changed()
    }
    delete root.dataset.painting
    stroke = null
  }

  root.addEventListener(
    'pointerdown',
    (event) => {
      const cell = cellAt(event.target)
      if (!cell || event.button !== 0 || stroke) return
      const before = new Map(
        visibleRows(root).flatMap((row) => row.map((each) => [each, each.checked] as const)),
      )
      const started: Stroke = {
        ...{ start: cell, on: !cell.checked, before, painting: false },
        ...{ x: event.clientX, y: event.clientY },
      }
      if (event.pointerType === 'touch') started.timer = setTimeout(() => begin(started), LONG_PRESS)
      stroke = started
    },
    { signal },
  )
  document.addEventListener(
    'pointermove',
    (event) => {
      if (!stroke) return
      const over = cellAt(document.elementFromPoint(event.clientX, event.clientY))
      const far = Math.hypot(event.clientX - stroke.x, event.clientY - stroke.y) > TREMBLE
      if (!stroke.painting && event.pointerType === 'touch') {
        if (far) end(false)
        return
      }
      if (!stroke.painting && over && over !== stroke.start) begin(stroke)
      if (stroke.painting && over) paint(stroke, over)
    },
    { signal },
  )
  document.addEventListener('pointerup', () => end(true), { signal })
  document.addEventListener('pointercancel', () => end(false), { signal })
  root.addEventListener('touchmove', (event) => stroke?.painting && event.preventDefault(), {
    signal,
    passive: false,
  })
  root.addEventListener('contextmenu', (event) => stroke?.painting && event.preventDefault(), { signal })
  root.addEventListener(
    'click',
    (event) => {
      if (swallowClick && cellAt(event.target)) event.preventDefault()
    },
    { signal, capture: true },
  )
}
