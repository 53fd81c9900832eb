import { HOUR, MINUTE } from '../shared/durations.ts'

/** A link is opened while both look at the same screen, or not at all. */
export const OPEN_WITHIN = 30 * MINUTE
/** Long enough to listen to a page being read aloud, short enough for a phone that is passed on. */
export const IDLE = 20 * MINUTE
export const AT_MOST = 2 * HOUR
/** `lastSeenAt` is written at most this often. */
export const SEEN_EVERY = MINUTE

type Visit = { openedAt: Date | null; lastSeenAt: Date | null; endedAt: Date | null; openUntil: Date }
export type VisitState = 'waiting' | 'open' | 'over'

/** Whether a link still waits to be opened, is open in a browser, or is of no more use. */
export function visitState({ openedAt, lastSeenAt, endedAt, openUntil }: Visit, at: Date): VisitState {
  if (endedAt) return 'over'
  if (!openedAt) return openUntil > at ? 'waiting' : 'over'
  const idle = +at - +(lastSeenAt ?? openedAt)
  return idle < IDLE && +at - +openedAt < AT_MOST ? 'open' : 'over'
}
