import type { Standing } from './standing.ts'

/** A change of standing as a company's history keeps it; `until` is the day that was agreed on for a pause. */
export type StandingChange = { id: string; at: Date; to: Standing; until: Date | null }

/** A time in which nobody was to approach a company; `until` null while no end of it is known. */
export type AgreedSilence = {
  change: string
  standing: 'paused' | 'do_not_contact'
  from: Date
  until: Date | null
}

const byTime = (a: StandingChange, b: StandingChange): number => +a.at - +b.at || (a.id < b.id ? -1 : 1)
const sooner = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b))

/**
 * Every silence that was ever agreed on with a company, in order. Each ends with the next change of standing; a pause on its
 * day, if that comes first.
 */
export function agreedSilences(changes: readonly StandingChange[]): AgreedSilence[] {
  const ordered = changes.toSorted(byTime)
  return ordered.flatMap(({ id, at, to, until }, index) =>
    to === 'open'
      ? []
      : [{ change: id, standing: to, from: at, until: sooner(until, ordered[index + 1]?.at ?? null) }],
  )
}

export type KeptStanding = { createdAt: Date; pausedUntil: Date | null; doNotContact: boolean }

/**
 * The times in which silence costs a company nothing: those that were agreed on, and the one that its row tells of without
 * a record, which holds since the last change that is known: a company that is closed to contacts because another one was,
 * with which it was merged. No contact moves any of them.
 */
export function costlessSilences(
  changes: readonly StandingChange[],
  { createdAt, pausedUntil, doNotContact }: KeptStanding,
): Pick<AgreedSilence, 'from' | 'until'>[] {
  const known = agreedSilences(changes)
  if (!doNotContact && !pausedUntil) return known
  const until = doNotContact ? null : pausedUntil
  if (known.some((silence) => !silence.until || (until && silence.until >= until))) return known
  return [...known, { from: changes.toSorted(byTime).at(-1)?.at ?? createdAt, until }]
}
