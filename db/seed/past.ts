import { addDays, atLocal, localDate, type IsoDate } from '#app/domain/calendar/rome.ts'
import { isWorkingDay } from '#app/domain/calendar/working-days.server.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import type { Random } from './random.ts'

/** The two years that the network has lived through when it is seeded: they end at `start`. */
export type Past = {
  start: Date
  today: IsoDate
  /** The day so many days before today; after it where negative. */
  ago: (days: number) => IsoDate
}

/** The past as seen from `start`. */
export function pastUntil(start: Date): Past {
  const today = localDate(start)
  return { start, today, ago: (days) => addDays(today, -days) }
}

const OPENING = '09:00'
const OFFICE_MINUTES = 8 * 60
const openings = new Map<IsoDate, number>()

/** When offices open on a day; kept, because a few hundred days come up a few thousand times. */
function openingOf(day: IsoDate): number {
  const known = openings.get(day) ?? +atLocal(day, OPENING)
  openings.set(day, known)
  return known
}

function workingDayUpTo(day: IsoDate): IsoDate {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}

/** An instant in office hours of `day`, or of the working day before it, that has passed already. */
export function momentOn(past: Past, day: IsoDate, random: Random): Date {
  let on = workingDayUpTo(day > past.today ? past.today : day)
  const since = random.int(0, OFFICE_MINUTES / 5) * 5 * MINUTE
  while (openingOf(on) + since > +past.start) on = workingDayUpTo(addDays(on, -1))
  return new Date(openingOf(on) + since)
}

/** An instant some days after another, in office hours, that has passed already and is not before the other. */
export function momentAfter(past: Past, instant: Date, days: number, random: Random): Date {
  const later = momentOn(past, addDays(localDate(instant), days), random)
  if (later > instant) return later
  return new Date(Math.min(+past.start, +instant + random.int(5, 40) * MINUTE))
}
