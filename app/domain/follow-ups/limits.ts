import { WEEK } from '#app/domain/shared/durations.ts'
import type { PlannedFollowUp } from './cadence.ts'

/** Automatic messages that one contact may receive in any seven days. */
export const MESSAGES_PER_WEEK = 2

/** An automatic message that left, or will. Answers to what she did herself are not counted. */
export type SentMessage = { at: Date; answersHerAct: boolean }

/**
 * Whether one more automatic message may go to a contact at `now`, or a person has to take over. `history` holds the
 * messages that went to this contact. Asked again at the moment of sending, one contact at a time, because only then
 * is the history complete.
 */
export function messageOrTask(
  history: readonly SentMessage[],
  now: Date,
  answersHerAct = false,
): 'message' | 'task' {
  if (answersHerAct) return 'message'
  const thisWeek = history.filter(
    (message) => !message.answersHerAct && +message.at <= +now && +message.at > +now - WEEK,
  )
  return thisWeek.length < MESSAGES_PER_WEEK ? 'message' : 'task'
}

/** Title of the task that stands in for a message over the limit. */
export const TASK_INSTEAD_OF_MESSAGE = 'follow_ups_task_instead_of_message'

/** Who receives a planned message: its contact or, where none is named yet, whoever answers for the company. */
export function recipientOf(planned: PlannedFollowUp): string {
  const all = [planned.subject, ...planned.related]
  return (
    (all.find(({ type }) => type === 'contact') ?? all.find(({ type }) => type === 'company'))?.id ??
    planned.key
  )
}

/**
 * The plan as it will be carried out: in order of time, the messages over the limit of their recipient become tasks for
 * the lead under the same key. `sent` are the messages that left already, by recipient; what is overdue leaves at `now`.
 */
export function withinLimit(
  due: readonly PlannedFollowUp[],
  sent: ReadonlyMap<string, readonly SentMessage[]>,
  now: Date,
): PlannedFollowUp[] {
  const histories = new Map([...sent].map(([recipient, messages]) => [recipient, [...messages]]))
  const leavesAt = ({ dueAt }: PlannedFollowUp) => (+dueAt > +now ? dueAt : now)
  const inOrder = [...due].sort((a, b) => +leavesAt(a) - +leavesAt(b) || +a.dueAt - +b.dueAt)
  return inOrder.map((planned) => {
    if (planned.kind === 'task') return planned
    const history = histories.get(recipientOf(planned)) ?? []
    if (messageOrTask(history, leavesAt(planned), planned.answersHerAct) === 'message') {
      histories.set(recipientOf(planned), [
        ...history,
        { at: leavesAt(planned), answersHerAct: planned.answersHerAct },
      ])
      return planned
    }
    const { key, rule, subject, related, occurrence, causedBy, dueAt } = planned
    const task = { kind: 'task', audience: 'lead', title: TASK_INSTEAD_OF_MESSAGE } as const
    return { key, rule, subject, related, occurrence, causedBy, dueAt, ...task }
  })
}
