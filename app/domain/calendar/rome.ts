import { kept } from './kept.ts'

/** The network lives on Europe/Rome time: every day, deadline and sending hour is read on that clock. */
export const ROME = 'Europe/Rome'

/** A calendar day as `YYYY-MM-DD`, without a time or a zone. */
export type IsoDate = string

const DAY_MS = 86_400_000

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ROME,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

function askClock(instant: Date): { date: IsoDate; time: string; seconds: string } {
  const part: Record<string, string> = {}
  for (const { type, value } of clock.formatToParts(instant)) part[type] = value
  return {
    date: `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
    seconds: part.second ?? '00',
  }
}

const HOUR_MS = 3_600_000
const MOST_OFFSETS = 10_000

const offsets = new Map<number, number>()

/** Milliseconds that Rome is ahead of UTC at `ms`: one hour in winter, two in summer. It changes on a full hour of UTC. */
function offsetAt(ms: number): number {
  const hour = Math.floor(ms / HOUR_MS)
  let offset = offsets.get(hour)
  if (offset === undefined) {
    if (offsets.size >= MOST_OFFSETS) offsets.clear()
    const { date, time, seconds } = askClock(new Date(hour * HOUR_MS))
    offset = Date.parse(`${date}T${time}:${seconds}Z`) - hour * HOUR_MS
    offsets.set(hour, offset)
  }
  return offset
}

/** What Rome's clocks show, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
const clockAt = (instant: Date): string => new Date(+instant + offsetAt(+instant)).toISOString()

/** The day in Rome at `instant`. Throws RangeError for an invalid Date. */
export const localDate = (instant: Date): IsoDate => clockAt(instant).slice(0, 10)

/** The time in Rome at `instant`, as `HH:MM` on 24 hours. Throws RangeError for an invalid Date. */
export const localTime = (instant: Date): string => clockAt(instant).slice(11, 16)

/**
 * The instant at which Rome's clocks show `time` (`HH:MM`) on `date`. Of an hour that happens twice (end of October)
 * the first one; an hour that does not exist (end of March) moves on by the missing hour, as people read it.
 * Throws RangeError for a malformed date or time.
 */
export const atLocal = (date: IsoDate, time: string): Date => new Date(instantOf(`${date} ${time}`))

const instantOf = kept((dateAndTime) => {
  const [date = '', time = ''] = dateAndTime.split(' ')
  return +computeInstant(date, time)
})

function computeInstant(date: IsoDate, time: string): Date {
  const wanted = utcMidnight(date) + minutesOf(time) * 60_000
  // A day away on each side the offset is the one before, or after, a clock change that could fall on this date.
  const before = wanted - offsetAt(wanted - DAY_MS)
  const after = wanted - offsetAt(wanted + DAY_MS)
  if (before + offsetAt(before) === wanted) return new Date(before)
  if (after + offsetAt(after) === wanted) return new Date(after)
  return new Date(before)
}

function minutesOf(time: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time HH:MM: ${time}`)
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** Tells whether `value` is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const ms = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(ms) && isoOf(ms) === value
}

function utcMidnight(date: IsoDate): number {
  if (!isIsoDate(date)) throw new RangeError(`not a date YYYY-MM-DD: ${date}`)
  return Date.parse(`${date}T00:00:00Z`)
}

const isoOf = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10)

/** `date` moved by `days` calendar days, back where negative. Throws RangeError for a malformed date. */
export const addDays = (date: IsoDate, days: number): IsoDate => isoOf(utcMidnight(date) + days * DAY_MS)

/** `date` moved by `months` calendar months; a day that the month lacks becomes its last one (31 January + 1 = 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const from = new Date(utcMidnight(date))
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0))
  lastDay.setUTCDate(Math.min(from.getUTCDate(), lastDay.getUTCDate()))
  return isoOf(lastDay.getTime())
}

/** Calendar days from `from` to `to`, negative when `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  (utcMidnight(to) - utcMidnight(from)) / DAY_MS

/** Whole weeks from `from` to `to`, rounded toward zero. */
export const weeksBetween = (from: IsoDate, to: IsoDate): number => Math.trunc(daysBetween(from, to) / 7) || 0

/** Day of the week, Monday 0 to Sunday 6, the order of the shift grid. */
export const weekdayOf = (date: IsoDate): number => (new Date(utcMidnight(date)).getUTCDay() + 6) % 7
