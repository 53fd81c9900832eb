import ical, { ICalCalendarMethod } from 'ical-generator'
import { feedEvents } from '#app/domain/calendar-feed/feed-events.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { env } from '#app/platform/env.server.ts'
import { text } from './text.server.ts'

/**
 * The tasks of whoever acts as an iCalendar file (RFC 5545). Times are written in UTC: with a zone and without its rules
 * programs show the wrong hour.
 */
export async function calendarFile(tx: Tx): Promise<string> {
  const calendar = ical({
    name: 'Passaparola',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Passaparola', product: 'calendario' },
    // Calendar programs ask again after so many seconds.
    ttl: 60 * 60,
  })
  for (const { id, company, kind, start, end } of await feedEvents(tx)) {
    calendar.createEvent({
      id: `${id}@passaparola`,
      ...{ start, end, stamp: start },
      summary: text('calendar_event', { kind: text(`calendar_kind_${kind}`), company }),
      url: new URL('/lavoro', env().APP_URL).href,
    })
  }
  return calendar.toString()
}
