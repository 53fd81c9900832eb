import {
  isMaskBits,
  maskFromCells,
  pressWeekButton,
  rangeOf,
  weekFields,
  type MaskBits,
  type TypedRange,
  type WeekEntry,
} from '#app/ui/week-grid/mask-fields.ts'
import { emptyWeek, parseRanges, toBits, weekdays } from '#app/domain/matching/week.ts'

/** A day of 48 half-hours holds at most 24 separate stretches; no form can post more. */
const ROWS_A_DAY = 24

/** What a posted week grid says, and how to show it again. */
export type PostedWeek = {
  mask: MaskBits
  entry: WeekEntry
  halves: boolean
  /** One of the grid's own buttons was pressed: show the form again with this state and save nothing. */
  again: boolean
  /** In from-to entry, the pairs as typed. */
  typed?: TypedRange[][]
  /** Days (0 is Monday) with a pair that has one end only, or two equal ones. */
  incompleteDays: number[]
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function typedIn(form: FormData, name: string): TypedRange[][] {
  const fields = weekFields(name)
  return weekdays.map((day) =>
    Array.from({ length: ROWS_A_DAY }, (_, row) => ({
      from: text(form, fields.from(day, row)),
      to: text(form, fields.to(day, row)),
    })).filter(({ from, to }) => from !== '' || to !== ''),
  )
}

/** Reads the fields of the grid called `name`, whichever way the week was entered. */
export function readWeekGrid(form: FormData, name: string): PostedWeek {
  const fields = weekFields(name)
  const press = text(form, fields.press)
  const entered: WeekEntry = text(form, fields.entry) === 'ranges' ? 'ranges' : 'grid'
  const typed = entered === 'ranges' ? typedIn(form, name) : undefined
  const pairs = (typed ?? []).map((rows, day) => rows.map((row) => rangeOf(day, row)))
  const whole = pairs.flat().filter((range) => range !== null && range !== 'incomplete')
  const cells = form.getAll(name).filter((value) => typeof value === 'string')
  const mask = pressWeekButton(
    typed ? (whole.length > 0 ? parseRanges(whole) : emptyWeek) : maskFromCells(cells),
    press,
  )
  const changesMask = press === 'clear' || press === 'copy' || press.startsWith('preset:')
  const entry = press === 'entry:grid' ? 'grid' : press === 'entry:ranges' ? 'ranges' : entered
  return {
    mask: toBits(mask),
    entry,
    halves: press === 'halves:on' || (press !== 'halves:off' && text(form, fields.halves) === '1'),
    again: press !== '',
    typed: entry === 'ranges' && !changesMask ? typed : undefined,
    incompleteDays: pairs.flatMap((rows, day) => (rows.includes('incomplete') ? [day] : [])),
  }
}

/**
 * Replaces, in `form` itself, all fields of the grid by one: `name` = 336 bits, so that a strict schema sees a single
 * value. A form that carries the bits already, such as one posted by an API client, keeps them.
 */
export function foldWeekGrid(form: FormData, name: string): PostedWeek {
  const bits = form.get(name)
  const read = readWeekGrid(form, name)
  for (const key of [...form.keys()]) if (key.startsWith(`${name}_`)) form.delete(key)
  const week = isMaskBits(bits) ? { ...read, mask: bits } : read
  form.set(name, week.mask)
  return week
}
