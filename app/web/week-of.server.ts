import { localDate } from '#app/domain/calendar/rome.ts'
import { mondayOf } from '#app/domain/proposals/monday.ts'
import { formatDate } from './format.ts'
import { text } from './text.server.ts'

/** The week of a day in words: nothing finer is shown of what concerns a person. */
export const weekOf = (day: Date): string =>
  text('relationship_timeline_week', { date: formatDate(new Date(`${mondayOf(localDate(day))}T12:00:00Z`)) })
