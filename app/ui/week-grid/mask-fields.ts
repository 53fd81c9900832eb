import {
  clockOf,
  emptyWeek,
  fromBits,
  HALF_HOURS_A_DAY,
  setRange,
  toBits,
  toRanges,
  weekdays,
  weekPresets,
  type WeekMask,
  type WeekPreset,
  type WeekRange,
} from '#app/domain/matching/week.ts'

/** A week as text: 336 characters '0' or '1', Monday 00:00 first. */
export type MaskBits = string
export type WeekEntry = 'grid' | 'ranges'
/** One from-to pair as typed, 'HH:MM' or ''. */
export type TypedRange = { from: string; to: string }

export const emptyBits: MaskBits = toBits(emptyWeek)
export const isMaskBits = (value: unknown): value is MaskBits =>
  typeof value === 'string' && /^[01]{336}$/.test(value)

/** Names of the fields that a grid called `name` posts beside its cells. */
export const weekFields = (name: string) => ({
  /** How the week was entered. */
  entry: `${name}_entry`,
  /** Whether half-hours were shown. */
  halves: `${name}_halves`,
  /** The button pressed, where it was one of the grid's own. */
  press: `${name}_do`,
  from: (day: number, row: number) => `${name}_${day}_${row}_from`,
  to: (day: number, row: number) => `${name}_${day}_${row}_to`,
})

/** Value of a cell: `0-8` is Monday 8 to 9, `0-8:00` and `0-8:30` are its halves. */
export const cellValue = (day: number, hour: number, half?: 0 | 1): string =>
  `${day}-${hour}${half === undefined ? '' : half === 1 ? ':30' : ':00'}`

const CELL = /^([0-6])-(1?\d|2[0-3])(:00|:30)?$/

/** The mask of ticked cells; what is no cell of a week is passed over. */
export function maskFromCells(values: readonly string[]): WeekMask {
  return values.reduce((mask, value) => {
    const [, day, hour, half] = CELL.exec(value) ?? []
    if (day === undefined || hour === undefined) return mask
    const from = Number(hour) * 2 + (half === ':30' ? 1 : 0)
    return setRange(mask, Number(day), from, from + (half === undefined ? 2 : 1))
  }, emptyWeek)
}

/** The half-hour of the day of 'HH:MM' on the half-hour, 0..48, or null. */
export function halfHourOf(clock: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(00|30)$/.exec(clock) ?? []
  const at = Number(hour) * 2 + (minute === '30' ? 1 : 0)
  return at >= 0 && at <= HALF_HOURS_A_DAY ? at : null
}

/** The range of a typed pair, null for an empty one, and 'incomplete' where it can't be told what is meant. */
export function rangeOf(day: number, { from, to }: TypedRange): WeekRange | null | 'incomplete' {
  if (from === '' && to === '') return null
  const [start, end] = [halfHourOf(from), halfHourOf(to)]
  if (start === null || end === null || start === end || start === HALF_HOURS_A_DAY) return 'incomplete'
  return { day: weekdays[day] ?? 0, from: start, to: end }
}

/** The pairs that say the same as `bits`, day by day; a night stays one pair on the evening it begins. */
export function typedRanges(bits: MaskBits): TypedRange[][] {
  const ranges = toRanges(fromBits(bits))
  return weekdays.map((day) =>
    ranges
      .filter((range) => range.day === day)
      .map(({ from, to }) => ({ from: clockOf(from), to: clockOf(to) })),
  )
}

/** Whether some hour is taken by half only, so that whole-hour cells could not show it. */
export const splitsHour = (bits: MaskBits, day: number, hour: number): boolean =>
  bits[day * HALF_HOURS_A_DAY + hour * 2] !== bits[day * HALF_HOURS_A_DAY + hour * 2 + 1]

/** Monday's hours on Tuesday to Friday too. */
function copyMonday(mask: WeekMask): WeekMask {
  const bits = toBits(mask)
  const monday = bits.slice(0, HALF_HOURS_A_DAY)
  return fromBits(monday.repeat(5) + bits.slice(5 * HALF_HOURS_A_DAY))
}

/** What one of the grid's own buttons does to a week: `preset:…` adds, `clear` empties, `copy` repeats Monday. */
export function pressWeekButton(mask: WeekMask, press: string): WeekMask {
  if (press === 'clear') return emptyWeek
  if (press === 'copy') return copyMonday(mask)
  const preset = press.startsWith('preset:') ? press.slice('preset:'.length) : ''
  return Object.hasOwn(weekPresets, preset) ? mask | weekPresets[preset as WeekPreset] : mask
}
