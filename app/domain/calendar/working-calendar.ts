import { kept } from './kept.ts'
import { addDays, atLocal, localDate, localTime, weekdayOf, type IsoDate } from './rome.ts'

/** Messages leave, and tasks fall due, from 8:30 to 18:00 on Rome's clocks: the hours in which a firm reads and answers. */
export const OPENS_AT = '08:30'
export const CLOSES_AT = '18:00'

/** What the rules that count working days need to know about the calendar. */
export type WorkingCalendar = {
  /** Monday to Friday and no public holiday. */
  isWorkingDay: (date: IsoDate) => boolean
  /** `date` moved by `days` working days, back where negative; 0 gives the first working day not before `date`. */
  addWorkingDays: (date: IsoDate, days: number) => IsoDate
  /** Working days after `from` up to and with `to`; negative when `to` comes first. */
  workingDaysBetween: (from: IsoDate, to: IsoDate) => number
  /** The first instant not before `instant` in sending hours of a working day. */
  nextSendTime: (instant: Date) => Date
}

const SATURDAY = 5

/** Builds the calendar from the one thing that changes by place and year: whether a day is a public holiday. */
export function workingCalendar(isHoliday: (date: IsoDate) => boolean): WorkingCalendar {
  const isWorkingDay = kept((date: IsoDate) => weekdayOf(date) < SATURDAY && !isHoliday(date))

  const moved = kept((dateAndDays) => {
    const [date = '', days = ''] = dateAndDays.split(' ')
    return move(date, Number(days))
  })

  function addWorkingDays(date: IsoDate, days: number): IsoDate {
    if (!Number.isInteger(days)) throw new RangeError(`not a whole number of working days: ${days}`)
    return moved(`${date} ${days}`)
  }

  function move(date: IsoDate, days: number): IsoDate {
    const step = days < 0 ? -1 : 1
    let day = date
    if (days === 0) while (!isWorkingDay(day)) day = addDays(day, 1)
    for (let left = Math.abs(days); left > 0;) {
      day = addDays(day, step)
      if (isWorkingDay(day)) left--
    }
    return day
  }

  function workingDaysBetween(from: IsoDate, to: IsoDate): number {
    if (to < from) return 0 - workingDaysBetween(to, from)
    let count = 0
    for (let day = from; day < to;) {
      day = addDays(day, 1)
      if (isWorkingDay(day)) count++
    }
    return count
  }

  function nextSendTime(instant: Date): Date {
    const today = localDate(instant)
    const time = localTime(instant)
    if (isWorkingDay(today) && time < CLOSES_AT) {
      return time < OPENS_AT ? atLocal(today, OPENS_AT) : new Date(instant)
    }
    return atLocal(addWorkingDays(today, 1), OPENS_AT)
  }

  return { isWorkingDay, addWorkingDays, workingDaysBetween, nextSendTime }
}
