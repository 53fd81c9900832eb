import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyWeek, week } from '#tests/support/matching-arbitraries.ts'
import {
  clockOf,
  contains,
  emptyWeek,
  fromBits,
  fullWeek,
  halfHoursOf,
  hoursOf,
  overlapHalfHours,
  parseRanges,
  setRange,
  toBits,
  toRanges,
  weekPresets,
  weekdays,
  without,
} from './week.ts'

const MON = 0
const TUE = 1
const SUN = 6
const mask = fc.oneof(week, anyWeek)
const weeks = (...arbitraries: (typeof mask)[]) => fc.tuple(...arbitraries)

describe('ranges', () => {
  test('Monday 00:00 is the first half-hour', () => {
    expect(toBits(setRange(emptyWeek, MON, 0, 1))).toBe('1'.padEnd(336, '0'))
    expect(toBits(setRange(emptyWeek, SUN, 47, 48))).toBe('1'.padStart(336, '0'))
  })

  test('half past eight on Tuesday is half-hour 48 + 17', () => {
    expect(toBits(setRange(emptyWeek, TUE, 17, 18)).indexOf('1')).toBe(65)
  })

  test('an end below its start runs into the next day', () => {
    const night = setRange(emptyWeek, MON, 44, 12)
    expect(hoursOf(night)).toBe(8)
    expect(night).toBe(setRange(setRange(emptyWeek, MON, 44, 48), TUE, 0, 12))
  })

  test('Sunday night runs into Monday morning', () => {
    const night = setRange(emptyWeek, SUN, 44, 12)
    expect(night).toBe(setRange(setRange(emptyWeek, SUN, 44, 48), MON, 0, 12))
    expect(toRanges(night)).toEqual([{ day: 6, from: 44, to: 12 }])
  })

  test.each([
    [7, 0, 1],
    [-1, 0, 1],
    [0, 48, 2],
    [0, 2, 49],
    [0, 2, 2],
    [0, 1.5, 3],
  ])('day %s from %s to %s is refused', (day, from, to) => {
    expect(() => setRange(emptyWeek, day, from, to)).toThrow(RangeError)
  })

  test('whole days stay days and long runs are cut at midnight', () => {
    expect(toRanges(fullWeek)).toEqual(weekdays.map((day) => ({ day, from: 0, to: 48 })))
    expect(toRanges(weekPresets.three_shifts).slice(0, 2)).toEqual([
      { day: 0, from: 12, to: 48 },
      { day: 1, from: 0, to: 48 },
    ])
  })

  test('a run of exactly one day is cut, since its ends would be equal', () => {
    const run = setRange(setRange(emptyWeek, MON, 20, 48), TUE, 0, 20)
    expect(toRanges(run)).toEqual([
      { day: 0, from: 20, to: 48 },
      { day: 1, from: 0, to: 20 },
    ])
  })

  test('what was set can be read back', () => {
    fc.assert(fc.property(mask, (m) => parseRanges(toRanges(m)) === m))
  })

  test('setting a range adds its half-hours and removes none', () => {
    const range = fc.tuple(fc.nat(6), fc.nat(47), fc.nat(48)).filter(([, from, to]) => from !== to)
    fc.assert(
      fc.property(mask, range, (m, [day, from, to]) => {
        const alone = setRange(emptyWeek, day, from, to)
        expect(halfHoursOf(alone)).toBe(to > from ? to - from : to + 48 - from)
        expect(setRange(m, day, from, to)).toBe(m | alone)
      }),
    )
  })
})

describe('bits', () => {
  test('round trip both ways', () => {
    fc.assert(
      fc.property(mask, (m) => {
        expect(toBits(m)).toHaveLength(336)
        expect(fromBits(toBits(m))).toBe(m)
      }),
    )
  })

  test.each(['', '0'.repeat(335), '1'.repeat(337), '2'.repeat(336)])('%# is no week', (bits) => {
    expect(() => fromBits(bits)).toThrow(RangeError)
  })

  test('half-hours are the ones among the bits', () => {
    fc.assert(fc.property(mask, (m) => halfHoursOf(m) === toBits(m).replaceAll('0', '').length))
  })
})

describe('laws', () => {
  test('contains is reflexive, transitive and bounded by the empty and the full week', () => {
    fc.assert(
      fc.property(weeks(mask, mask, mask), ([a = 0n, b = 0n, c = 0n]) => {
        expect(contains(a, a) && contains(fullWeek, a) && contains(a, emptyWeek)).toBe(true)
        expect(contains(a | b, a)).toBe(true)
        expect(contains(a | b | c, a & b & c)).toBe(true)
        if (contains(a, b) && contains(b, a)) expect(a).toBe(b)
      }),
    )
  })

  test('contains, overlap and without agree', () => {
    fc.assert(
      fc.property(mask, mask, (a, b) => {
        expect(overlapHalfHours(a, b)).toBe(overlapHalfHours(b, a))
        expect(contains(a, b)).toBe(overlapHalfHours(a, b) === halfHoursOf(b))
        expect(halfHoursOf(without(b, a)) + overlapHalfHours(a, b)).toBe(halfHoursOf(b))
        expect(contains(fullWeek, without(b, a))).toBe(true)
      }),
    )
  })
})

test('presets are weeks of the expected length', () => {
  for (const preset of Object.values(weekPresets)) expect(contains(fullWeek, preset)).toBe(true)
  expect(hoursOf(weekPresets.mon_fri_8_12)).toBe(20)
  expect(hoursOf(weekPresets.mon_fri_9_18_break)).toBe(40)
  expect(hoursOf(weekPresets.nights_22_6)).toBe(40)
  expect(hoursOf(weekPresets.mon_sat_6_14)).toBe(48)
})

test('clock times of a day', () => {
  expect([0, 17, 48].map(clockOf)).toEqual(['00:00', '08:30', '24:00'])
})
