import { addMonths, type IsoDate } from '../calendar/rome.ts'
import { monthOf } from './month.ts'

/** Twelve whole months: from the first day of one to the first of another, which is out of it. */
export type Period = { from: IsoDate; to: IsoDate }

/**
 * The twelve months before the month of `today`. Figures that rest on persons stand still for a month: if they moved every
 * day, their difference would be one person.
 */
export function lastTwelveMonths(today: IsoDate): Period {
  const to = monthOf(today)
  return { from: addMonths(to, -12), to }
}
