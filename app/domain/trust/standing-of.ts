import type { Standing } from './standing.ts'

type Kept = { doNotContact: boolean; pausedUntil: Date | null }

/** Where a company stands beside the ladder at `at`. A pause is over on its day, without anybody doing anything. */
export function standingOf({ doNotContact, pausedUntil }: Kept, at: Date): Standing {
  if (doNotContact) return 'do_not_contact'
  return pausedUntil !== null && pausedUntil > at ? 'paused' : 'open'
}
