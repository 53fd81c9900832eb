import Holidays from 'date-holidays'
import { workingCalendar, type WorkingCalendar } from './working-calendar.ts'
import type { IsoDate } from './rome.ts'

/**
 * Piemonte is state 21 of Italy; the package keeps Torino's San Giovanni (24 June) under its region TO. It also knows
 * that San Francesco (4 October) is a public holiday from 2026 on (law 151/2025) and was none before.
 */
const torino = new Holidays('IT', '21', 'TO', { types: ['public'] })

const holidaysByYear = new Map<number, ReadonlySet<IsoDate>>()

/** Tells whether `date` is a public holiday in Torino. One year takes about 3 ms to compute, so years are kept. */
function isPublicHoliday(date: IsoDate): boolean {
  const year = Number(date.slice(0, 4))
  let days = holidaysByYear.get(year)
  if (!days) {
    days = new Set(torino.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)))
    holidaysByYear.set(year, days)
  }
  return days.has(date)
}

/** The network's calendar: Monday to Friday without Italy's public holidays and Torino's patron saint. */
export const torinoCalendar: WorkingCalendar = workingCalendar(isPublicHoliday)

export const { isWorkingDay, addWorkingDays, workingDaysBetween, nextSendTime } = torinoCalendar
