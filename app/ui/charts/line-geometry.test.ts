import { expect, test } from 'vitest'
import { lineGeometry, PLOT } from '#app/ui/charts/line-geometry.ts'

const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-01`)

test('the plot spans the days given and the values from zero', () => {
  const { at, yTicks } = lineGeometry([{ name: 'a', points: months.map((date, value) => ({ date, value })) }])
  expect(at({ date: '2026-01-01', value: 0 })).toEqual({ x: 90, y: PLOT.height })
  expect(at({ date: '2026-12-01', value: 12 }).x).toBe(980)
  expect(yTicks[0]?.value).toBe(0)
})

test('writes at most five days, first and last among them', () => {
  const { xTicks } = lineGeometry([{ name: 'a', points: months.map((date) => ({ date, value: 1 })) }])
  expect(xTicks.map((tick) => tick.day)).toEqual([
    '2026-01-01',
    '2026-04-01',
    '2026-07-01',
    '2026-09-01',
    '2026-12-01',
  ])
})

test('an empty chart has no path and does not fail', () => {
  expect(lineGeometry([]).paths).toEqual([])
  expect(lineGeometry([{ name: 'a', points: [] }]).paths).toEqual([''])
})
