import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, atLocal, localDate } from '../calendar/rome.ts'
import { givenBefore, hasLapsed, isAboutToLapse, lapsesOn } from './consent-life.ts'

const given = atLocal('2026-03-10', '23:30')

it('a yes counts for a year, by the calendar of Rome', () => {
  expect(lapsesOn(given)).toBe('2027-03-10')
  expect(hasLapsed(given, '2027-03-09')).toBe(false)
  expect(hasLapsed(given, '2027-03-10')).toBe(true)
})

it('is asked for again in its last thirty days', () => {
  expect(isAboutToLapse(given, '2027-02-07')).toBe(false)
  expect(isAboutToLapse(given, '2027-02-08')).toBe(true)
  expect(isAboutToLapse(given, '2027-03-09')).toBe(true)
  expect(isAboutToLapse(given, '2027-03-10')).toBe(false)
})

it('whatever lapses or is about to was given before the moment that narrows the search', () => {
  const today = '2027-03-10'
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), (days) => {
      const at = atLocal(addDays(today, -days), '12:00')
      if (hasLapsed(at, today) || isAboutToLapse(at, today)) expect(+at).toBeLessThan(+givenBefore(today))
      expect(localDate(at)).toBe(addDays(today, -days))
    }),
  )
})
