import { expect, test } from 'vitest'
import { emptyWeek, setRange, toBits, weekPresets } from '#app/domain/matching/week.ts'
import { dayName, daysText, weekText } from '#app/ui/week-grid/week-words.ts'

test('days of equal hours are said together', () => {
  const mask = weekPresets.mon_fri_8_17_break | setRange(emptyWeek, 5, 18, 24)
  expect(weekText(toBits(mask), 'it')).toBe('Lun–Ven 8:00–12:00, 13:00–17:00; Sab 9:00–12:00')
})

test('a night belongs to the evening it begins', () => {
  expect(weekText(toBits(weekPresets.nights_22_6), 'en')).toBe('Mon–Fri 22:00–6:00')
})

test('an empty week says nothing', () => {
  expect(weekText(toBits(emptyWeek), 'it')).toBe('')
})

test('only three days in a row make a stretch', () => {
  expect(daysText([0, 1, 3, 4, 5], 'it')).toBe('Lun, Mar, Gio–Sab')
})

test('weekdays are named in both languages', () => {
  expect([dayName(0, 'it'), dayName(6, 'it'), dayName(0, 'en', 'short')]).toEqual([
    'lunedì',
    'domenica',
    'Mon',
  ])
})
