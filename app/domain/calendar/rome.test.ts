import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  atLocal,
  daysBetween,
  isIsoDate,
  localDate,
  localTime,
  weekdayOf,
  weeksBetween,
} from './rome.ts'

describe('Rome time', () => {
  test('reads the day and the time in winter and in summer', () => {
    expect(localDate(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
    expect(localTime(new Date('2026-12-31T23:30:00Z'))).toBe('00:30')
    expect(localDate(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02')
    expect(localTime(new Date('2026-07-01T22:00:00Z'))).toBe('00:00')
  })

  test.each([
    ['2026-01-15', '09:00', '2026-01-15T08:00:00.000Z'],
    ['2026-07-15', '09:00', '2026-07-15T07:00:00.000Z'],
    // 28 March 2027: 02:00 becomes 03:00.
    ['2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-03-28', '08:30', '2027-03-28T06:30:00.000Z'],
    // 25 October 2026: 03:00 becomes 02:00, so 02:30 happens twice and the first one counts.
    ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '08:30', '2026-10-25T07:30:00.000Z'],
  ])('%s at %s in Rome is %s', (date, time, instant) => {
    expect(atLocal(date, time).toISOString()).toBe(instant)
  })

  test('an instant on a whole minute comes back from its local day and time, unless its hour is repeated', () => {
    const minutes = fc.integer({
      min: Date.parse('2020-01-01') / 60_000,
      max: Date.parse('2035-01-01') / 60_000,
    })
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(minute * 60_000)
        const back = atLocal(localDate(instant), localTime(instant))
        expect([0, 3_600_000]).toContain(instant.getTime() - back.getTime())
        expect(localTime(back)).toBe(localTime(instant))
      }),
      { numRuns: 300 },
    )
  })

  test('reads what the zone says, also within the hours around a clock change', () => {
    const says = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Rome',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const [from, to] = [Date.parse('1970-01-01'), Date.parse('2099-01-01')]
    const changes = ['2027-03-28T01:00:00Z', '2026-10-25T01:00:00Z', '1978-05-27T23:00:00Z'].map(Date.parse)
    const around = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -9_000_000, max: 9_000_000 }))
      .map(([change, away]) => change + away)
    fc.assert(
      fc.property(fc.oneof(around, fc.integer({ min: from, max: to })), (ms) => {
        const instant = new Date(ms)
        expect(`${localDate(instant)} ${localTime(instant)}`).toBe(says.format(instant))
      }),
      { numRuns: 500 },
    )
  })

  test('refuses what is no date or time', () => {
    expect(isIsoDate('2026-02-29')).toBe(false)
    expect(isIsoDate('2028-02-29')).toBe(true)
    expect(() => atLocal('2026-13-01', '09:00')).toThrow(RangeError)
    expect(() => atLocal('2026-12-01', '9:00')).toThrow(RangeError)
    expect(() => localDate(new Date('nonsense'))).toThrow(RangeError)
  })
})

describe('days', () => {
  test('move over months, years and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29')
    expect(addDays('2026-10-26', -1)).toBe('2026-10-25')
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })

  test('are counted between dates', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(weeksBetween('2026-10-01', '2026-10-14')).toBe(1)
    expect(weeksBetween('2026-10-14', '2026-10-01')).toBe(-1)
    expect(weeksBetween('2026-10-14', '2026-10-13')).toBe(0)
    expect(weekdayOf('2026-11-23')).toBe(0)
    expect(weekdayOf('2026-11-22')).toBe(6)
  })
})
