import { DAY } from '../shared/durations.ts'
import type { PlannedFollowUp } from './cadence.ts'
import { subjectKey } from './facts.ts'

/** A message that comes later than this is no longer an answer to anything; a task of a month ago is still work. */
const OLDEST = { message: 3 * DAY, task: 31 * DAY } as const

/** The rule and what it is about: of these only one occurrence is open at a time. */
export const threadOf = ({ rule, subject }: Pick<PlannedFollowUp, 'rule' | 'subject'>): string =>
  `${rule}|${subjectKey(subject)}`

/**
 * Of all that stands, what is worth writing down at `now`: for each rule and subject the turn that is due, the latest one
 * where several were missed, or else the next one to come. What came due long ago without anybody planning it (a record
 * that is older than the rule) is left out, and so is the turn that is `over`, with those before it: the next one follows at once.
 */
export function worthPlanning(
  due: readonly PlannedFollowUp[],
  now: Date,
  over: ReadonlySet<string> = new Set(),
): PlannedFollowUp[] {
  const chosen = new Map<string, PlannedFollowUp>()
  for (const planned of due) {
    const age = +now - +planned.dueAt
    const thread = threadOf(planned)
    if (over.has(planned.key)) chosen.delete(thread)
    if (age > OLDEST[planned.kind] || over.has(planned.key)) continue
    const former = chosen.get(thread)
    if (!former || (+former.dueAt <= +now && age >= 0)) chosen.set(thread, planned)
  }
  return [...chosen.values()]
}
