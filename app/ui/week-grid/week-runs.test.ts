import { expect, test } from 'vitest'
import { emptyWeek, setRange, toBits } from '#app/domain/matching/week.ts'
import { runsOf } from '#app/ui/week-grid/week-runs.ts'

const monday = (from: number, to: number) => toBits(setRange(emptyWeek, 0, from, to))

test('a night is drawn as two stretches, one a day', () => {
  expect(runsOf(monday(44, 12))).toEqual([
    { day: 0, from: 44, to: 48, state: 'both' },
    { day: 1, from: 0, to: 12, state: 'both' },
  ])
})

test('what is needed and what is there are told apart', () => {
  expect(runsOf(monday(18, 26), monday(16, 24))).toEqual([
    { day: 0, from: 16, to: 18, state: 'need' },
    { day: 0, from: 18, to: 24, state: 'both' },
    { day: 0, from: 24, to: 26, state: 'have' },
  ])
})
