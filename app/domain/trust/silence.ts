import { DAY, WEEK } from '#app/domain/shared/durations.ts'
import type { TrustEvent } from './score.ts'

/** A relationship that nobody touches for this long begins to cool. */
export const SILENCE_AFTER = 60 * DAY

/** An agreed pause; `until` null while it lasts. Silence that was agreed on costs nothing. */
export type Pause = { from: Date; until: Date | null }

/**
 * The −1 events of a company left alone: the first when 60 days pass without contact of any kind, then one a week until
 * the next contact or `at`. `contacts` are the instants of every contact, the day the company was entered included;
 * without any there is nothing to cool and the answer is empty. Past gaps count as well, so that the score can be
 * computed for any day. Ids depend on the contact and the week alone: the same silence is the same event.
 */
export function silenceEvents(
  contacts: readonly (Date | number)[],
  at: Date,
  pauses: readonly Pause[] = [],
): TrustEvent[] {
  const times = [...new Set(contacts.map(Number))].filter((time) => time <= +at).sort((a, b) => a - b)
  return times.flatMap((contact, index) => {
    const end = times[index + 1] ?? +at + 1
    const events: TrustEvent[] = []
    for (let time = contact + SILENCE_AFTER; time < end; time += WEEK) {
      if (pauses.some((pause) => +pause.from <= time && (pause.until === null || time < +pause.until)))
        continue
      const id = `silence:${new Date(contact).toISOString()}:${(time - contact - SILENCE_AFTER) / WEEK + 1}`
      events.push({ id, kind: 'silence_week', occurredAt: time, withdrawnAt: null })
    }
    return events
  })
}
