import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'

/** One value of one day, 'YYYY-MM-DD'. */
export type Point = { date: string; value: number }
export type Series = { name: string; points: readonly Point[] }

/** Widths are in thousandths, because the plot stretches with its box; heights are in pixels. */
export const PLOT = { width: 1000, height: 180, top: 22, bottom: 30 }
// Room for the figures of the axis, which stand inside the plot.
const [LEFT, RIGHT] = [90, 980]
const TICKS = 4

const dayOf = (date: string) => new Date(`${date.slice(0, 10)}T00:00:00Z`)

/** Scales, ticks and paths of a line chart; `domain` fixes the vertical axis, which else runs from 0. */
export function lineGeometry(series: readonly Series[], domain?: [number, number]) {
  const points = series.flatMap((each) => each.points)
  const days = [...new Set(points.map((point) => point.date.slice(0, 10)))].sort()
  const ends = [dayOf(days[0] ?? '2000-01-01'), dayOf(days.at(-1) ?? '2000-01-02')]
  const x = scaleUtc().domain(ends).range([LEFT, RIGHT])
  const top = Math.max(1, ...points.map((point) => point.value))
  const y = scaleLinear()
    .domain(domain ?? [0, top])
    .range([PLOT.height, 0])
  if (!domain) y.nice(TICKS)
  const at = (point: Point) => ({ x: x(dayOf(point.date)), y: y(point.value) })
  const path = line<Point>(
    (point) => at(point).x,
    (point) => at(point).y,
  )
  return {
    days,
    at,
    yTicks: y.ticks(TICKS).map((value) => ({ value, y: y(value) })),
    xTicks: tickDays(days).map((day) => ({ day, x: x(dayOf(day)) })),
    paths: series.map(({ points }) => path([...points]) ?? ''),
  }
}

/** At most five days to write below the axis, the first and the last among them: more collide on a phone. */
function tickDays(days: readonly string[]): string[] {
  if (days.length <= 5) return [...days]
  return [0, 1, 2, 3, 4].map((step) => days[Math.round((step * (days.length - 1)) / 4)] ?? '')
}
