import type { MatchingKey, MessageDescriptor } from './message.ts'
import { clockOf, weekdays, type Weekday, type WeekRange } from './week.ts'

/** Names of the days in message keys, Monday first: `matching_weekday_mon`. */
export const weekdayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Days that one word names, the longest first. */
const groups: readonly { days: readonly Weekday[]; key: MatchingKey }[] = [
  { days: weekdays, key: 'matching_range_every_day' },
  { days: weekdays.slice(0, 6), key: 'matching_range_mon_sat' },
  { days: weekdays.slice(0, 5), key: 'matching_range_mon_fri' },
  { days: weekdays.slice(5), key: 'matching_range_weekend' },
  ...weekdays.map((day) => ({ days: [day], key: `matching_range_${weekdayKeys[day] ?? 'mon'}` as const })),
]

/**
 * Hours of a week to be read by people: the same hours on all days, Monday to Friday or Saturday, or both days of the
 * weekend are said once. Parameters `from` and `to` are 'HH:MM'. In the order of the first day of each.
 */
export function explainRanges(ranges: readonly WeekRange[]): MessageDescriptor[] {
  const left = [...ranges]
  const said: { day: Weekday; from: number; descriptor: MessageDescriptor }[] = []
  for (const { days, key } of groups) {
    for (const { from, to } of [...left]) {
      const same = days.map((day) => left.findIndex((r) => r.day === day && r.from === from && r.to === to))
      if (same.includes(-1)) continue
      for (const index of same.sort((a, b) => b - a)) left.splice(index, 1)
      const params = { from: clockOf(from), to: clockOf(to) }
      said.push({ day: days[0] ?? 0, from, descriptor: { key, params } })
    }
  }
  return said.sort((a, b) => a.day - b.day || a.from - b.from).map(({ descriptor }) => descriptor)
}
