import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate, localTime } from './rome.ts'
import { addWorkingDays, isWorkingDay, nextSendTime, workingDaysBetween } from './working-days.server.ts'

describe('working days in Torino', () => {
  test.each([
    ['2027-03-29', 'Easter Monday'],
    ['2026-12-08', 'Immacolata'],
    ['2026-06-24', 'San Giovanni, patron of Torino'],
    ['2027-10-04', 'San Francesco, since 2026'],
    ['2027-01-06', 'Epifania'],
    ['2026-11-21', 'a Saturday'],
    ['2026-11-22', 'a Sunday'],
  ])('%s is not one: %s', (date) => expect(isWorkingDay(date)).toBe(false))

  test('before 2026 the 4th of October is an ordinary day', () => {
    expect(isWorkingDay('2024-10-04')).toBe(true)
  })

  test('days that are merely observed are worked', () => {
    expect(isWorkingDay('2026-11-02')).toBe(true)
    expect(isWorkingDay('2026-12-24')).toBe(true)
  })

  test('are added over weekends and holidays', () => {
    expect(addWorkingDays('2026-12-04', 2)).toBe('2026-12-09')
    expect(addWorkingDays('2027-03-26', 1)).toBe('2027-03-30')
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-28')
    expect(addWorkingDays('2026-12-09', -1)).toBe('2026-12-07')
    expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-23')
    expect(addWorkingDays('2026-11-23', 0)).toBe('2026-11-23')
    expect(() => addWorkingDays('2026-11-23', 0.5)).toThrow(RangeError)
  })

  test('are counted as they are added', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const to = addWorkingDays(from, days)
        expect(workingDaysBetween(from, to)).toBe(days)
        expect(workingDaysBetween(to, from)).toBe(-days)
      }),
      { numRuns: 100 },
    )
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0)
  })
})

describe('the next time to send', () => {
  test.each([
    ['in hours, now', '2026-11-23T09:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['before 8:30, at 8:30', '2026-11-23T06:00:00Z', '2026-11-23T07:30:00.000Z'],
    ['at 18:00 sharp, tomorrow', '2026-11-23T17:00:00Z', '2026-11-24T07:30:00.000Z'],
    ['on Friday evening, on Monday', '2026-11-20T19:00:00Z', '2026-11-23T07:30:00.000Z'],
    ['over the October change, at 8:30 winter time', '2026-10-24T10:00:00Z', '2026-10-26T07:30:00.000Z'],
    [
      'over the March change and Easter, at 8:30 summer time',
      '2027-03-26T17:30:00Z',
      '2027-03-30T06:30:00.000Z',
    ],
    ['over the 8th of December', '2026-12-07T20:00:00Z', '2026-12-09T07:30:00.000Z'],
  ])('%s', (_, instant, sent) => {
    expect(nextSendTime(new Date(instant)).toISOString()).toBe(sent)
  })

  test('is never earlier, always in hours of a working day, and stays when asked again', () => {
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2034-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => {
        const sent = nextSendTime(instant)
        expect(sent.getTime()).toBeGreaterThanOrEqual(instant.getTime())
        expect(isWorkingDay(localDate(sent))).toBe(true)
        expect(localTime(sent) >= '08:30' && localTime(sent) < '18:00').toBe(true)
        expect(nextSendTime(sent)).toEqual(sent)
      }),
      { numRuns: 500 },
    )
  })
})
