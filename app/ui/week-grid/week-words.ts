import { clockOf, fromBits, fullWeek, toRanges } from '#app/domain/matching/week.ts'
import type { MaskBits } from '#app/ui/week-grid/mask-fields.ts'

export type DayGroup = { days: number[]; ranges: { from: number; to: number }[] }

/** The week with days of equal hours put together, in the order of their first day. Days without hours are left out. */
export function groupedDays(bits: MaskBits): DayGroup[] {
  const groups = new Map<string, DayGroup>()
  const ranges = toRanges(fromBits(bits))
  for (const day of [0, 1, 2, 3, 4, 5, 6]) {
    const own = ranges.filter((range) => range.day === day).map(({ from, to }) => ({ from, to }))
    if (own.length === 0) continue
    const key = JSON.stringify(own)
    const group = groups.get(key)
    if (group) group.days.push(day)
    else groups.set(key, { days: [day], ranges: own })
  }
  return [...groups.values()]
}

/** 2024 began on a Monday, which makes naming weekdays a matter of adding days. */
const monday = (day: number) => new Date(Date.UTC(2024, 0, 1 + day))

/** 'lunedì' or 'lun' in the language asked. */
export const dayName = (day: number, locale: string, style: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(monday(day))

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** '8:00', '13:30', '24:00'. */
export const clockText = (halfHour: number): string => clockOf(halfHour).replace(/^0/, '')

/** 'Lun–Ven', 'Lun, Mer': three days or more in a row become a stretch. */
export function daysText(days: readonly number[], locale: string): string {
  const stretches = days.reduce<number[][]>((all, day) => {
    const last = all.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else all.push([day])
    return all
  }, [])
  const name = (day: number | undefined) => capital(dayName(day ?? 0, locale, 'short'))
  return stretches
    .flatMap((days) => (days.length > 2 ? [`${name(days[0])}–${name(days.at(-1))}`] : days.map(name)))
    .join(', ')
}

/** '8:00–12:00, 13:30–17:00'; a night reads '22:00–6:00'. */
export const rangesText = (ranges: DayGroup['ranges']): string =>
  ranges.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join(', ')

/** The whole week in one line: 'Lun–Ven 8:00–12:00; Sab 9:00–13:00'. Empty for an empty week. */
export const weekText = (bits: MaskBits, locale: string): string =>
  groupedDays(bits)
    .map(({ days, ranges }) => `${daysText(days, locale)} ${rangesText(ranges)}`)
    .join('; ')

export const isFullWeek = (bits: MaskBits): boolean => fromBits(bits) === fullWeek
