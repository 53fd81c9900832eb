import { HOUR, MINUTE, SECOND } from '../shared/durations.ts'

/** After so many tries an event rests with the dead letters, until a person has looked at it: failing takes about half a day. */
export const MOST_TRIES = 12

const FIRST_WAIT = 5 * SECOND
const LONGEST_WAIT = 2 * HOUR

/** How long to wait after try number `tries` failed: 5 s, 15 s, 45 s … and at most two hours. */
export const waitAfter = (tries: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 3 ** (Math.max(1, tries) - 1))

const LONGEST_WAIT_KILLED = 5 * MINUTE

/**
 * How long to wait after try number `tries` ended with its worker. Not at all after its first try: most often the event had nothing
 * to do with it. Then 1 s, 2 s, 4 s … and at most five minutes, by half more or less as `share` (0 to 1) says: the events that one of
 * them takes down with its worker come back at different times, and are not killed together until all of them are given up.
 */
export const waitAfterKill = (tries: number, share: number): number =>
  tries < 2 ? 0 : Math.min(LONGEST_WAIT_KILLED, SECOND * 2 ** (tries - 2)) * (0.5 + share)
