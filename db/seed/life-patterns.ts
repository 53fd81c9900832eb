import { fullWeek, parseRanges, type WeekMask, type Weekday } from '#app/domain/matching/week.ts'
import type { Random } from './random.ts'

const MON_FRI: readonly Weekday[] = [0, 1, 2, 3, 4]
const MON_SAT: readonly Weekday[] = [...MON_FRI, 5]
const ALL: readonly Weekday[] = [...MON_SAT, 6]

/** The same hours on each of `days`, in halves; an end below its start is the next day. */
export const hoursOn = (
  days: readonly Weekday[],
  ...hours: readonly [from: number, to: number][]
): WeekMask =>
  parseRanges(days.flatMap((day) => hours.map(([from, to]) => ({ day, from: from * 2, to: to * 2 }))))

/** What a week leaves free for work as it is, and with somebody to look after the children. */
export type FreeWeek = { available: WeekMask; withChildcare: WeekMask }

const always = (available: WeekMask): FreeWeek => ({ available, withChildcare: available })

/** Lives without small children. The bus, the language course and the rules of a house still say when one can work. */
const lives = {
  open: always(hoursOn(ALL, [5, 23])),
  nights_too: always(fullWeek),
  reception_house: always(hoursOn(MON_SAT, [6, 22])),
  weekdays: always(hoursOn(MON_FRI, [6, 20])),
  evening_school: always(hoursOn(MON_SAT, [5, 17.5])),
  morning_school: always(hoursOn(ALL, [13, 23])),
  country_bus: always(hoursOn(MON_FRI, [7.5, 18.5])),
} as const

/** Weeks around a nursery or a school: the second is what a babysitter or a company crèche would free. */
const motherhoods = {
  full_nursery: { available: hoursOn(MON_FRI, [8.5, 16]), withChildcare: hoursOn(MON_SAT, [6, 20]) },
  half_nursery: { available: hoursOn(MON_FRI, [8.5, 13]), withChildcare: hoursOn(MON_FRI, [7, 18]) },
  school: { available: hoursOn(MON_FRI, [8, 16.5]), withChildcare: hoursOn(ALL, [6, 22]) },
  school_mornings: { available: hoursOn(MON_FRI, [9, 13]), withChildcare: hoursOn(MON_FRI, [8, 17]) },
  no_place_yet: { available: hoursOn(MON_FRI, [9.5, 12.5]), withChildcare: hoursOn(MON_FRI, [8, 16]) },
} as const satisfies Record<string, FreeWeek>

const SHORT_DAYS: FreeWeek = always(hoursOn(MON_FRI, [8.5, 13.5]))

/** The week of somebody who lives so. */
export function freeWeekOf(
  { singleMother, pregnant }: { singleMother: boolean; pregnant: boolean },
  random: Random,
): FreeWeek {
  if (singleMother) {
    const { full_nursery, half_nursery, school, school_mornings, no_place_yet } = motherhoods
    return random.weighted<FreeWeek>([
      [full_nursery, 6],
      [half_nursery, 5],
      [school, 5],
      [school_mornings, 3],
      [no_place_yet, 1],
    ])
  }
  if (pregnant) return SHORT_DAYS
  return random.weighted<FreeWeek>([
    [lives.open, 34],
    [lives.nights_too, 8],
    [lives.reception_house, 22],
    [lives.weekdays, 14],
    [lives.evening_school, 12],
    [lives.morning_school, 5],
    [lives.country_bus, 5],
  ])
}
