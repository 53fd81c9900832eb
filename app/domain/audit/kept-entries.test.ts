import { expect, it } from 'vitest'
import { DAY, HOUR } from '../shared/durations.ts'
import { entriesKeptSince } from './kept-entries.ts'

/** As PostgreSQL counts: the 29th of a February that has none is the 28th, on the clock of any time zone. */
function guardedSince(at: Date): number {
  const year = at.getUTCFullYear() - 5
  const days = new Date(Date.UTC(year, at.getUTCMonth() + 1, 0)).getUTCDate()
  const clock = +at % DAY
  return Date.UTC(year, at.getUTCMonth(), Math.min(at.getUTCDate(), days)) + clock - 14 * HOUR
}

it('keeps entries longer than the database asks on every day, and two days longer at the most', () => {
  const start = Date.parse('2027-12-31T04:30:00Z')
  for (let day = 0; day < 4 * 366; day++) {
    const at = new Date(start + day * DAY)
    const more = guardedSince(at) - +entriesKeptSince(at)
    expect([at.toISOString(), more > 0 && more <= 2 * DAY]).toEqual([at.toISOString(), true])
  }
})
