import type { MatchOpening, MatchProfile, ShiftOption } from '../types.ts'
import {
  contains,
  halfHoursOf,
  overlapHalfHours,
  toRanges,
  without,
  type WeekMask,
  type WeekRange,
} from '../week.ts'
import type { VerdictOf } from './verdict.ts'

/** `option` is an index of the opening's `shiftOptions`. */
type ShiftMet = {
  option: number
  /** True where she could not work it without the childcare that the opening provides. */
  thanksToChildcare: boolean
}

type ShiftBlocked = {
  /** The option that lacks the fewest half-hours, the first of equals; null for an opening without options. */
  bestOption: number | null
  /** Hours that option lacks. */
  missingHours: number
  /** Which hours, for a fixed option; empty for a flexible one, which only lacks an amount. */
  missing: WeekRange[]
  /** True where arranging childcare would be enough. */
  fitsWithChildcare: boolean
}

export type ShiftVerdict = VerdictOf<'shift', ShiftMet, ShiftBlocked>

/** The half-hours she can work for this opening: childcare counts where the opening provides it. */
export const usableWeek = (opening: MatchOpening, profile: MatchProfile): WeekMask =>
  opening.childcareProvided ? profile.available | profile.withChildcare : profile.available

/** Whether a week allows an option: all of a fixed one, enough hours of a flexible one. */
export const fits = (option: ShiftOption, week: WeekMask): boolean =>
  option.type === 'fixed'
    ? contains(week, option.mask)
    : overlapHalfHours(option.window, week) >= option.hoursPerWeek * 2

/** Hours a week that an option takes. */
export const hoursTaken = (option: ShiftOption): number =>
  option.type === 'fixed' ? halfHoursOf(option.mask) / 2 : option.hoursPerWeek

function hoursMissing(option: ShiftOption, week: WeekMask): number {
  if (option.type === 'fixed') return halfHoursOf(without(option.mask, week)) / 2
  return Math.max(0, option.hoursPerWeek - overlapHalfHours(option.window, week) / 2)
}

/**
 * Met when one option fits the half-hours she can be at work. The first option that fits is named. A window
 * smaller than its own `hoursPerWeek` fits nobody.
 */
export function shift(opening: MatchOpening, profile: MatchProfile): ShiftVerdict {
  const { shiftOptions } = opening
  const week = usableWeek(opening, profile)
  const option = shiftOptions.findIndex((candidate) => fits(candidate, week))
  if (option >= 0) {
    const thanksToChildcare = !shiftOptions.some((candidate) => fits(candidate, profile.available))
    return { constraint: 'shift', met: true, facts: { option, thanksToChildcare } }
  }
  const lacking = shiftOptions.map((candidate) => hoursMissing(candidate, week))
  const missingHours = lacking.length > 0 ? Math.min(...lacking) : 0
  const bestOption = lacking.length > 0 ? lacking.indexOf(missingHours) : null
  const best = bestOption === null ? undefined : shiftOptions[bestOption]
  const missing = best?.type === 'fixed' ? toRanges(without(best.mask, week)) : []
  const withChildcare = profile.available | profile.withChildcare
  const fitsWithChildcare = shiftOptions.some((candidate) => fits(candidate, withChildcare))
  return { constraint: 'shift', met: false, facts: { bestOption, missingHours, missing, fitsWithChildcare } }
}
