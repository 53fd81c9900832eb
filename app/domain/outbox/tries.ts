import { HOUR, SECOND } from '../shared/durations.ts'

/** After so many tries an event rests with the dead letters, until a person has looked at it: about half a day. */
export const MOST_TRIES = 12

const FIRST_WAIT = 5 * SECOND
const LONGEST_WAIT = 2 * HOUR

/** How long to wait after try number `tries` failed: 5 s, 15 s, 45 s … and at most two hours. */
export const waitAfter = (tries: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 3 ** (Math.max(1, tries) - 1))
