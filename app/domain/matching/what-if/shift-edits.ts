import type { ShiftOption } from '../types.ts'
import {
  HALF_HOURS_A_DAY,
  emptyWeek,
  halfHoursOf,
  setRange,
  weekdays,
  without,
  type WeekMask,
  type Weekday,
} from '../week.ts'
import { dayShifts, trimmed, type DayShift } from './day-shifts.ts'

/** The edits of an opening's hours, in the order of the catalogue (matching.md). Minutes are 30, 60 or 90. */
export const shiftEditKinds = [
  'start_later_30',
  'start_later_60',
  'start_later_90',
  'end_earlier_30',
  'end_earlier_60',
  'end_earlier_90',
  'drop_saturday',
  'drop_sunday',
  'drop_nights',
  'only_mornings',
  'only_afternoons',
  'part_time',
] as const
export type ShiftEditKind = (typeof shiftEditKinds)[number]

const onDays = (days: readonly Weekday[], from: number, to: number): WeekMask =>
  days.reduce((mask, day) => setRange(mask, day, from, to), emptyWeek)

/** Bands as on a card (slots.ts): morning 6-13, afternoon 13-18, night 22-6. */
const MORNINGS = onDays(weekdays, 12, 26)
const AFTERNOONS = onDays(weekdays, 26, 36)
const NIGHTS = onDays(weekdays, 44, 12)
const SATURDAY = onDays([5], 0, HALF_HOURS_A_DAY)
const SUNDAY = onDays([6], 0, HALF_HOURS_A_DAY)

/** Less than a third of the hours would be another job. */
const KEEPS_AT_LEAST = 1 / 3

type FixedOption = Extract<ShiftOption, { type: 'fixed' }>

/** The fixed options an edit puts in place of one; none where it leaves that one as it is. */
type ShiftEdit = (option: FixedOption) => WeekMask[]

function lesser(mask: WeekMask, left: WeekMask): WeekMask[] {
  if (left === mask || halfHoursOf(left) < halfHoursOf(mask) * KEEPS_AT_LEAST) return []
  return [left]
}

const trim =
  (end: 'start' | 'end', halfHours: number): ShiftEdit =>
  ({ mask }) => {
    const shifts = dayShifts(mask) ?? []
    return lesser(
      mask,
      shifts.reduce((left, shift) => left | trimmed(shift, end, halfHours), emptyWeek),
    )
  }

/** A shift of Friday night goes on on Saturday: what counts is the day it begins. */
const dropShiftsOf =
  (day: Weekday, hours: WeekMask): ShiftEdit =>
  ({ mask }) => {
    const shifts = dayShifts(mask)
    if (!shifts) return lesser(mask, without(mask, hours))
    const kept = shifts.filter(({ start }) => Math.floor(start / HALF_HOURS_A_DAY) !== day)
    return lesser(
      mask,
      kept.reduce((left, shift) => left | shift.mask, emptyWeek),
    )
  }

/** How many of `shifts` part-time asks for: half of them, rounded up. */
export const partTimeShifts = (shifts: readonly DayShift[]): number => Math.ceil(shifts.length / 2)

/** Every choice of `count` among `masks`, united. */
function unions(masks: readonly WeekMask[], count: number): WeekMask[] {
  if (count === 0) return [emptyWeek]
  return masks.flatMap((mask, at) => unions(masks.slice(at + 1), count - 1).map((rest) => rest | mask))
}

const partTime: ShiftEdit = ({ mask }) => {
  const shifts = dayShifts(mask) ?? []
  const count = partTimeShifts(shifts)
  return count < shifts.length
    ? unions(
        shifts.map((shift) => shift.mask),
        count,
      )
    : []
}

const edits: Record<ShiftEditKind, ShiftEdit> = {
  start_later_30: trim('start', 1),
  start_later_60: trim('start', 2),
  start_later_90: trim('start', 3),
  end_earlier_30: trim('end', 1),
  end_earlier_60: trim('end', 2),
  end_earlier_90: trim('end', 3),
  drop_saturday: dropShiftsOf(5, SATURDAY),
  drop_sunday: dropShiftsOf(6, SUNDAY),
  drop_nights: ({ mask }) => lesser(mask, without(mask, NIGHTS)),
  only_mornings: ({ mask }) => lesser(mask, mask & MORNINGS),
  only_afternoons: ({ mask }) => lesser(mask, mask & AFTERNOONS),
  part_time: partTime,
}

/**
 * What the shifts of an opening become by an edit; null where it changes none of them. Flexible options stay: what an
 * edit would allow is allowed there already. Part-time stands for every choice of half the shifts, rounded up.
 */
export function editShifts(options: readonly ShiftOption[], kind: ShiftEditKind): ShiftOption[] | null {
  let changed = false
  const edited = options.flatMap((option): ShiftOption[] => {
    const masks = option.type === 'fixed' ? edits[kind](option) : []
    if (masks.length === 0) return [option]
    changed = true
    return masks.map((mask) => ({ type: 'fixed', mask }))
  })
  return changed ? edited : null
}
