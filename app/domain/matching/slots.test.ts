import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { week } from '#tests/support/matching-arbitraries.ts'
import { slots, slotsOf } from './slots.ts'
import { emptyWeek, fullWeek, parseRanges, weekPresets, type Weekday } from './week.ts'

const onDays = (days: Weekday[], from: number, to: number) =>
  parseRanges(days.map((day) => ({ day, from, to })))

describe('slots of a card', () => {
  test('a full week offers all, an empty one none', () => {
    expect(slotsOf(fullWeek)).toEqual(slots)
    expect(slotsOf(emptyWeek)).toEqual([])
  })

  test('three mornings of three hours are a morning, two are not', () => {
    expect(slotsOf(onDays([0, 2, 4], 18, 24))).toEqual(['morning'])
    expect(slotsOf(onDays([0, 2], 18, 24))).toEqual([])
    expect(slotsOf(onDays([0, 2, 4], 18, 23))).toEqual([])
  })

  test('three hours with a break between them are not useful', () => {
    expect(slotsOf(onDays([0, 1, 2], 14, 18) | onDays([0, 1, 2], 20, 24))).toEqual([])
  })

  test('a night belongs to the day it begins, past midnight included', () => {
    expect(slotsOf(weekPresets.nights_22_6)).toEqual(['night'])
    expect(slotsOf(onDays([1, 2, 3], 0, 12))).toEqual(['night'])
  })

  test('a weekend needs both of its days', () => {
    expect(slotsOf(weekPresets.weekend_8_16)).toEqual(['weekend'])
    expect(slotsOf(onDays([5], 16, 32))).toEqual([])
  })

  test('more hours never take a slot away', () => {
    fc.assert(
      fc.property(week, week, (a, b) => {
        expect(slotsOf(a | b)).toEqual(expect.arrayContaining(slotsOf(a)))
      }),
    )
  })
})
