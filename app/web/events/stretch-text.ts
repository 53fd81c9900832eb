import { localTime } from '#app/domain/calendar/rome.ts'
import { formatDate } from '../format.ts'

/** A stretch of one day on the clock of Torino: `3 dic 2026, 10:00-12:30`. */
export const stretchText = (from: Date, until: Date): string =>
  `${formatDate(from)}, ${localTime(from)}-${localTime(until)}`
