import { hoursTaken } from '../../matching/constraints/shift.ts'
import { SLACK_FULL_HOURS } from '../../matching/score.ts'
import type { MatchOpening, ShiftOption } from '../../matching/types.ts'
import { dayShifts } from '../../matching/what-if/day-shifts.ts'
import { editShifts, partTimeShifts, shiftEditKinds } from '../../matching/what-if/shift-edits.ts'
import type { Weeks } from './dictionaries.ts'
import { holds, shared, WEEK_WORDS, weekWords, type WeekWords } from './words.ts'

/** What `fits` stands for in a table of weeks: nobody with that week can work any of the shifts. */
export const NO_FIT = 255

type Test = (all: Uint32Array, from: number) => boolean

function testOf(option: ShiftOption): Test {
  if (option.type === 'fixed') {
    const mask = weekWords(option.mask)
    return (all, from) => holds(all, from, mask)
  }
  const window = weekWords(option.window)
  const enough = option.hoursPerWeek * 2
  return (all, from) => shared(all, from, window) >= enough
}

/** At least `count` of the shifts: the same as any choice of so many, without writing them all out. */
function partTimeTest(option: ShiftOption): Test | null {
  const shifts = option.type === 'fixed' ? (dayShifts(option.mask) ?? []) : []
  const count = partTimeShifts(shifts)
  if (count >= shifts.length) return null
  const masks = shifts.map(({ mask }) => weekWords(mask))
  const fits = (all: Uint32Array, from: number, mask: WeekWords) => (holds(all, from, mask) ? 1 : 0)
  return (all, from) => masks.reduce((sum, mask) => sum + fits(all, from, mask), 0) >= count
}

/**
 * The rule `shift` and the score's slack, for every distinct week at once instead of for every person.
 * @returns `table`: for each id the index of her slack in `slack`, or NO_FIT, also for an id that has not come; its last
 * entry, NO_FIT, stands for ids beyond. `slack`: values 0..1 as of the pure score.
 */
export function judgeWeeks(
  opening: Pick<MatchOpening, 'shiftOptions' | 'childcareProvided'>,
  weeks: Weeks,
): { table: Uint8Array; slack: number[] } {
  const last = weeks.seen.last
  const table = new Uint8Array(last + 2).fill(NO_FIT)
  const all = opening.childcareProvided ? weeks.withChildcare : weeks.available
  const halfHours = opening.childcareProvided ? weeks.halfHoursWithChildcare : weeks.halfHours
  const tests = opening.shiftOptions.map((option) => ({ test: testOf(option), taken: hoursTaken(option) }))
  const slack: number[] = []
  const indexOf = new Map<number, number>()
  for (let id = 1; id <= last; id++) {
    if (!weeks.known[id]) continue
    const from = id * WEEK_WORDS
    let least = Infinity
    for (const { test, taken } of tests) if (taken < least && test(all, from)) least = taken
    if (least === Infinity) continue
    const value = Math.min(1, ((halfHours[id] ?? 0) / 2 - least) / SLACK_FULL_HOURS)
    let index = indexOf.get(value)
    if (index === undefined) {
      index = slack.push(value) - 1
      indexOf.set(value, index)
    }
    table[id] = index
  }
  return { table, slack }
}

/** The bit of an edit in the table of `judgeWeekEdits`; the last one is arranging childcare. */
export const weekEdits = [...shiftEditKinds, 'arrange_childcare'] as const
export type WeekEdit = (typeof weekEdits)[number]

/**
 * For every distinct week that no shift fits, which edits of the hours would make one fit.
 * @param fitting the table of `judgeWeeks` for the same opening.
 * @returns two bytes an id, low byte first: the edits as bits in the order of `weekEdits`.
 */
export function judgeWeekEdits(
  opening: Pick<MatchOpening, 'shiftOptions' | 'childcareProvided'>,
  weeks: Weeks,
  fitting: Uint8Array,
): Uint8Array {
  const edited = weekEdits.flatMap((kind, at): { bit: number; tests: Test[]; childcare: boolean }[] => {
    const bit = 1 << at
    if (kind === 'arrange_childcare') {
      return opening.childcareProvided
        ? []
        : [{ bit, tests: opening.shiftOptions.map(testOf), childcare: true }]
    }
    const childcare = opening.childcareProvided
    if (kind === 'part_time') {
      const tests = opening.shiftOptions.flatMap((option) => partTimeTest(option) ?? [])
      return tests.length > 0 ? [{ bit, tests, childcare }] : []
    }
    const options = editShifts(opening.shiftOptions, kind)
    return options ? [{ bit, tests: options.map(testOf), childcare }] : []
  })
  const table = new Uint8Array(fitting.length * 2)
  for (let id = 1; id < fitting.length - 1; id++) {
    if (fitting[id] !== NO_FIT || !weeks.known[id]) continue
    const from = id * WEEK_WORDS
    let bits = 0
    for (const { bit, tests, childcare } of edited) {
      const all = childcare ? weeks.withChildcare : weeks.available
      for (const test of tests) {
        if (!test(all, from)) continue
        bits |= bit
        break
      }
    }
    table[id * 2] = bits & 255
    table[id * 2 + 1] = bits >> 8
  }
  return table
}
