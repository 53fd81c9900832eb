import { afterEach, describe, expect, it } from 'vitest'
import { overwriteGetLocale } from '#app/locales/generated/runtime.js'
import {
  formatAppointment,
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatRelativeDay,
} from './format.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

afterEach(() => overwriteGetLocale(() => 'it'))

describe('formats', () => {
  it('writes dates, numbers and money as Italians do', () => {
    overwriteGetLocale(() => 'it')
    expect(formatDate('2026-10-04')).toBe('4 ott 2026')
    expect(formatDateTime(new Date('2026-07-01T07:30:00Z'))).toBe('1 lug 2026, 09:30')
    expect(formatAppointment(new Date('2026-07-01T07:30:00Z'))).toBe('Mercoledì 1 luglio 2026 alle ore 09:30')
    expect(plain(formatMoney(123_450))).toBe('1.234,50 €')
    expect(formatNumber(1234.5)).toBe('1.234,5')
  })

  it('writes the same in English', () => {
    overwriteGetLocale(() => 'en')
    expect(formatDate('2026-10-04')).toBe('4 Oct 2026')
    expect(plain(formatMoney(123_450))).toBe('€1,234.50')
  })

  it('counts calendar days of Torino, over midnight and the summer hour', () => {
    overwriteGetLocale(() => 'it')
    const lateEvening = new Date('2026-07-01T22:30:00Z')
    expect(formatRelativeDay(lateEvening, new Date('2026-07-01T21:00:00Z'))).toBe('domani')
    expect(formatRelativeDay('2027-03-29', '2027-03-27')).toBe('dopodomani')
    expect(formatRelativeDay('2026-07-01', lateEvening)).toBe('ieri')
    expect(formatRelativeDay('2026-07-05', '2026-07-02')).toBe('tra 3 giorni')
  })
})
