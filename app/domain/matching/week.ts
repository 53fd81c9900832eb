/**
 * A week of half-hours as a set: bit `i` is half-hour `i`, counted from Monday 00:00 local time, so `i` is
 * `day * 48 + hour * 2 + (minute >= 30 ? 1 : 0)`. A bigint is immutable, compared with `===` and combined with
 * `&` and `|`; use `without` in place of `~`, which leaves the week.
 */
export type WeekMask = bigint

/** 0 is Monday, 6 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/**
 * Half-hours of one day, `from` in 0..47 and `to` in 1..48. Where `to` is smaller than `from` the range runs past
 * midnight into the next day, and from Sunday into Monday.
 */
export type WeekRange = { day: Weekday; from: number; to: number }

export const HALF_HOURS_A_DAY = 48
export const HALF_HOURS_A_WEEK = 7 * HALF_HOURS_A_DAY
export const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

export const emptyWeek: WeekMask = 0n
export const fullWeek: WeekMask = (1n << BigInt(HALF_HOURS_A_WEEK)) - 1n

/** Half-hours from `start` up to but not including `start + length`, wrapping at the week's end. */
function run(start: number, length: number): WeekMask {
  const bits = ((1n << BigInt(length)) - 1n) << BigInt(start)
  return (bits & fullWeek) | (bits >> BigInt(HALF_HOURS_A_WEEK))
}

/**
 * `mask` with the half-hours of one range added. An end at or below the start means the next day; equal ends are
 * refused, because nobody can tell an empty range from a whole day.
 * @throws RangeError for a day outside 0..6, a start outside 0..47, an end outside 0..48, or equal ends.
 */
export function setRange(mask: WeekMask, day: number, startHalfHour: number, endHalfHour: number): WeekMask {
  const whole = [day, startHalfHour, endHalfHour].every((n) => Number.isInteger(n) && n >= 0)
  const inside = day <= 6 && startHalfHour < HALF_HOURS_A_DAY && endHalfHour <= HALF_HOURS_A_DAY
  if (!whole || !inside || startHalfHour === endHalfHour)
    throw new RangeError(`no range of a week: day ${day}, ${startHalfHour} to ${endHalfHour}`)
  const nextDay = endHalfHour < startHalfHour ? HALF_HOURS_A_DAY : 0
  return mask | run(day * HALF_HOURS_A_DAY + startHalfHour, endHalfHour + nextDay - startHalfHour)
}

/** Whether every half-hour of `inner` is also in `outer`. The empty week is inside every week. */
export const contains = (outer: WeekMask, inner: WeekMask): boolean => (inner & ~outer) === 0n

/** The half-hours of `mask` that are not in `removed`. */
export const without = (mask: WeekMask, removed: WeekMask): WeekMask => mask & ~removed

/** The week moved by so many half-hours, negative for earlier; what leaves at one end of it comes in at the other. */
export function shifted(mask: WeekMask, halfHours: number): WeekMask {
  const by = BigInt(((halfHours % HALF_HOURS_A_WEEK) + HALF_HOURS_A_WEEK) % HALF_HOURS_A_WEEK)
  return ((mask << by) & fullWeek) | (mask >> (BigInt(HALF_HOURS_A_WEEK) - by))
}

/** How many half-hours a mask holds, 0..336. */
export function halfHoursOf(mask: WeekMask): number {
  let count = 0
  for (let rest = mask; rest > 0n; rest >>= 32n) {
    let word = Number(rest & 0xffffffffn)
    for (; word !== 0; word &= word - 1) count++
  }
  return count
}

/** How many half-hours two masks share. */
export const overlapHalfHours = (a: WeekMask, b: WeekMask): number => halfHoursOf(a & b)

/** Hours in a mask, a multiple of 0.5. */
export const hoursOf = (mask: WeekMask): number => halfHoursOf(mask) / 2

/** 336 characters '0' or '1', half-hour 0 first: the text form of a PostgreSQL bit(336). */
export const toBits = (mask: WeekMask): string =>
  [...mask.toString(2).padStart(HALF_HOURS_A_WEEK, '0')].reverse().join('')

/**
 * The inverse of `toBits`.
 * @throws RangeError unless `bits` is exactly 336 characters '0' or '1'.
 */
export function fromBits(bits: string): WeekMask {
  if (!/^[01]{336}$/.test(bits)) throw new RangeError('a week is 336 characters 0 or 1')
  return BigInt(`0b${[...bits].reverse().join('')}`)
}

const rangeAt = (start: number, end: number): WeekRange => ({
  day: (Math.floor(start / HALF_HOURS_A_DAY) % 7) as Weekday,
  from: start % HALF_HOURS_A_DAY,
  to: end % HALF_HOURS_A_DAY || HALF_HOURS_A_DAY,
})

/** Cuts the half-hours `start`..`end` at every midnight, unless they are one shift of less than a day. */
function cutAtMidnights(start: number, end: number): WeekRange[] {
  if (end - start < HALF_HOURS_A_DAY) return [rangeAt(start, end)]
  const ranges: WeekRange[] = []
  for (let at = start; at < end;) {
    const midnight = (Math.floor(at / HALF_HOURS_A_DAY) + 1) * HALF_HOURS_A_DAY
    ranges.push(rangeAt(at, Math.min(midnight, end)))
    at = midnight
  }
  return ranges
}

/**
 * The mask as ranges to display, Monday first. An unbroken run shorter than 24 hours is one range on the day it
 * begins, so that a night stays whole (22 to 06); a longer run is cut at each midnight. Sunday runs into Monday.
 */
export function toRanges(mask: WeekMask): WeekRange[] {
  if (mask === fullWeek) return weekdays.map((day) => ({ day, from: 0, to: HALF_HOURS_A_DAY }))
  // To ask a text for each half-hour is ten times as fast as to shift the mask.
  const digits = mask.toString(2).padStart(HALF_HOURS_A_WEEK, '0')
  const has = (index: number): boolean => digits.at(-1 - (index % HALF_HOURS_A_WEEK)) === '1'
  const ranges: WeekRange[] = []
  for (let start = 0; start < HALF_HOURS_A_WEEK; start++) {
    if (!has(start) || has(start + HALF_HOURS_A_WEEK - 1)) continue
    let end = start + 1
    while (has(end)) end++
    ranges.push(...cutAtMidnights(start, end))
  }
  return ranges.sort((a, b) => a.day - b.day || a.from - b.from)
}

/**
 * The union of `ranges`; the inverse of `toRanges`.
 * @throws RangeError for a range that `setRange` refuses.
 */
export const parseRanges = (ranges: readonly WeekRange[]): WeekMask =>
  ranges.reduce((mask, { day, from, to }) => setRange(mask, day, from, to), emptyWeek)

/** 'HH:MM' of a half-hour of a day, 0..48; 48 is '24:00'. */
export const clockOf = (halfHour: number): string =>
  `${String(Math.floor(halfHour / 2)).padStart(2, '0')}:${halfHour % 2 ? '30' : '00'}`

const MON_FRI = weekdays.slice(0, 5)
const MON_SAT = weekdays.slice(0, 6)
const WEEKEND = weekdays.slice(5)

/** The same hours on each of `days`; hours are 0..24 in halves, an end below its start is the next day. */
const onDays = (days: readonly Weekday[], ...hours: [from: number, to: number][]): WeekMask =>
  parseRanges(days.flatMap((day) => hours.map(([from, to]) => ({ day, from: from * 2, to: to * 2 }))))

/** Common shifts of the territory's employers, one tap in a form; each may then be edited half-hour by half-hour. */
export const weekPresets = {
  mon_fri_8_12: onDays(MON_FRI, [8, 12]),
  mon_fri_9_13: onDays(MON_FRI, [9, 13]),
  mon_fri_8_16: onDays(MON_FRI, [8, 16]),
  mon_fri_8_17_break: onDays(MON_FRI, [8, 12], [13, 17]),
  mon_fri_9_18_break: onDays(MON_FRI, [9, 13], [14, 18]),
  mon_fri_14_18: onDays(MON_FRI, [14, 18]),
  mon_fri_14_22: onDays(MON_FRI, [14, 22]),
  mon_fri_6_14: onDays(MON_FRI, [6, 14]),
  mon_sat_6_14: onDays(MON_SAT, [6, 14]),
  mon_sat_8_13: onDays(MON_SAT, [8, 13]),
  early_morning_5_8: onDays(MON_SAT, [5, 8]),
  restaurant_split: onDays([1, 2, 3, 4, 5, 6], [10, 15], [18, 23]),
  two_shifts_6_22: onDays(MON_FRI, [6, 22]),
  three_shifts: onDays(MON_FRI, [6, 22], [22, 6]),
  evenings: onDays(MON_FRI, [18, 22]),
  nights_22_6: onDays(MON_FRI, [22, 6]),
  weekend_8_16: onDays(WEEKEND, [8, 16]),
  always: fullWeek,
} as const satisfies Record<string, WeekMask>

export type WeekPreset = keyof typeof weekPresets
