import { SILENCE_AFTER } from '../trust/silence.ts'

/**
 * What a relationship needs so as not to be left alone: somebody who leads it, something that comes next, and a real
 * contact in the last 60 days.
 */
export const lacks = ['lead', 'next_touch', 'contact'] as const
export type Lack = (typeof lacks)[number]

/** One of them, or any of them. */
export const lackFilters = ['any', ...lacks] as const
export type LackFilter = (typeof lackFilters)[number]

type Tended = {
  leadUserId: string | null
  /** Whether anything is planned. */
  planned: boolean
  lastContactAt: Date | null
  /** Before the first contact the silence counts from the day on which the company was entered. */
  createdAt: Date
}

/** What a company that may be approached lacks at `at`, in the order of `lacks`. */
export function lacksOf({ leadUserId, planned, lastContactAt, createdAt }: Tended, at: Date): Lack[] {
  const silent = +at - +(lastContactAt ?? createdAt) > SILENCE_AFTER
  const lacking: Record<Lack, boolean> = {
    lead: leadUserId === null,
    next_touch: !planned,
    contact: silent,
  }
  return lacks.filter((lack) => lacking[lack])
}
