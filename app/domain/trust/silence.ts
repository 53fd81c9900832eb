import { DAY, WEEK } from '#app/domain/shared/durations.ts'
import type { TrustEvent } from './score.ts'

/** A relationship that nobody touches for this long begins to cool. */
export const SILENCE_AFTER = 60 * DAY

/** What silence is measured by: the day the company was entered, every contact, and the times agreed to cost nothing. */
export type Contacts = {
  since: Date | number
  contacts: readonly (Date | number)[]
  /** `until` null while it lasts. */
  pauses?: readonly { from: Date; until: Date | null }[]
}

/**
 * The −1 events of a company left alone: one for each week at whose end the last contact is 60 days ago or more. The weeks are
 * counted from the day the company was entered, which is its first contact, and never from a contact: so one contact more takes
 * events away and neither adds nor moves any, and the score at no date falls by it (decision 033). Past gaps count as well,
 * so that the score can be computed for any day. Ids depend on the week alone: the same silence is the same event.
 */
export function silenceEvents({ since, contacts, pauses = [] }: Contacts, at: Date): TrustEvent[] {
  const times = contacts.map(Number).sort((a, b) => a - b)
  const events: TrustEvent[] = []
  let next = 0
  let latest = +since
  for (let time = +since + SILENCE_AFTER; time <= +at; time += WEEK) {
    for (; next < times.length && (times[next] ?? NaN) <= time; next++)
      latest = Math.max(latest, times[next] ?? NaN)
    if (time - latest < SILENCE_AFTER) continue
    if (pauses.some(({ from, until }) => +from <= time && (until === null || time < +until))) continue
    const id = `silence:${new Date(time).toISOString()}`
    events.push({ id, kind: 'silence_week', occurredAt: time, withdrawnAt: null })
  }
  return events
}
