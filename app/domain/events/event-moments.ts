import { atLocal, localDate, localTime } from '../calendar/rome.ts'

/** When an event is, as a form writes it: a day and two times on the clock of Torino. */
export type EventTimes = { day: string; from: string; until: string }

/** The instants between which an event is held. */
export const momentsOf = ({ day, from, until }: EventTimes): { startsAt: Date; endsAt: Date } => ({
  startsAt: atLocal(day, from),
  endsAt: atLocal(day, until),
})

/** The same as a form shows it. */
export const timesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): EventTimes => ({
  day: localDate(startsAt),
  from: localTime(startsAt),
  until: localTime(endsAt),
})
