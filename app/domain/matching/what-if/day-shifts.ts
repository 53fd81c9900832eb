import { HALF_HOURS_A_DAY, HALF_HOURS_A_WEEK, emptyWeek, fullWeek, type WeekMask } from '../week.ts'

/** A pause of four hours or more parts two shifts; a shorter one is the break within one. */
const PART_AFTER = 8

/** A shift: where it begins in the week, how many half-hours until it ends (breaks included), and its half-hours. */
export type DayShift = { start: number; length: number; mask: WeekMask }

const has = (mask: WeekMask, at: number): boolean => ((mask >> BigInt(at % HALF_HOURS_A_WEEK)) & 1n) === 1n

/** Half-hours `from` up to but not including `to`, counted on past the end of the week. */
const span = (from: number, to: number): WeekMask => {
  const bits = ((1n << BigInt(to - from)) - 1n) << BigInt(from)
  return (bits | (bits >> BigInt(HALF_HOURS_A_WEEK))) & fullWeek
}

/** Where work begins after a pause long enough to part two shifts. */
const beginnings = (mask: WeekMask): number[] =>
  Array.from({ length: HALF_HOURS_A_WEEK }, (_, at) => at).filter((at) => {
    if (!has(mask, at)) return false
    for (let back = 1; back <= PART_AFTER; back++) if (has(mask, at + HALF_HOURS_A_WEEK - back)) return false
    return true
  })

/**
 * The shifts that make up a week, Monday first: work with breaks under four hours between. A night belongs to the day it
 * begins, Sunday's runs into Monday. Null for a week without such shifts: empty, without pauses, or the union of a
 * rotating roster, where work of different people runs on for a day or more.
 */
export function dayShifts(mask: WeekMask): DayShift[] | null {
  const starts = beginnings(mask)
  if (mask === emptyWeek || starts.length === 0) return null
  const shifts = starts.map((start, at): DayShift => {
    const next = starts[at + 1] ?? (starts[0] ?? 0) + HALF_HOURS_A_WEEK
    let end = next
    while (!has(mask, end - 1)) end--
    return { start, length: end - start, mask: mask & span(start, end) }
  })
  return shifts.every(({ length }) => length < HALF_HOURS_A_DAY) ? shifts : null
}

/** `shift` without its first (`ends` 'start') or last half-hours, breaks counted as part of it. */
export const trimmed = (
  { start, length, mask }: DayShift,
  end: 'start' | 'end',
  halfHours: number,
): WeekMask => {
  if (halfHours >= length) return emptyWeek
  return end === 'start'
    ? mask & span(start + halfHours, start + length)
    : mask & span(start, start + length - halfHours)
}
