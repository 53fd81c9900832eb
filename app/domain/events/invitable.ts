/** How an invitation reaches a company: by mail, by the voice of whoever knows it, or not at all and why. */
export type Reach = 'mail' | 'voice' | 'invited' | 'paused' | 'do_not_contact' | 'merged'

type Company = { doNotContact: boolean; pausedUntil: Date | null; merged: boolean; invited: boolean }

/**
 * How a company can be invited at `at`. `hasReader` says that somebody there reads our mail. Whoever was there without
 * an invitation is written down `afterwards`: a pause is no reason then, and no mail leaves.
 */
export function reachOf(
  { doNotContact, pausedUntil, merged, invited }: Company,
  { hasReader, at, afterwards }: { hasReader: boolean; at: Date; afterwards: boolean },
): Reach {
  if (merged) return 'merged'
  if (invited) return 'invited'
  if (afterwards) return hasReader ? 'mail' : 'voice'
  if (doNotContact) return 'do_not_contact'
  if (pausedUntil && +pausedUntil > +at) return 'paused'
  return hasReader ? 'mail' : 'voice'
}

/** Whether a company that can be reached so may be invited. */
export const isInvitable = (reach: Reach): boolean => reach === 'mail' || reach === 'voice'
