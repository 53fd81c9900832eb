import { isNotNowReason, type NotNowReason } from './not-now-reasons.ts'

/** Where a card stands, with the answer where it has one. */
export type CardState =
  | { state: 'sent' }
  | { state: 'answered'; answer: 'interested' | 'talk' }
  | { state: 'answered'; answer: 'not_now'; reason: NotNowReason }
  | { state: 'withdrawn' }
  | { state: 'expired' }

/**
 * `link` holds the signed link that the company was sent. `case_manager` is the person's own; coordinators do not see
 * persons and move no card. `system` acts when consent or k is lost, the opening closes or the time is over.
 */
export type CardMover = 'hr_contact' | 'link' | 'case_manager' | 'system'

export type CardMove =
  | { ok: true }
  | { ok: false; why: 'not_a_move' | 'not_by_you' | 'same_answer' | 'reason_needed' }

const refused = (why: 'not_a_move' | 'not_by_you' | 'same_answer' | 'reason_needed'): CardMove => ({
  ok: false,
  why,
})

/** Withdrawn and expired cards are over: the company no longer sees them and no answer reaches them. */
export const isLive = (card: CardState): boolean => card.state === 'sent' || card.state === 'answered'

/** Whether the card still waits for a yes or a no; only such a card expires. */
export const isUndecided = (card: CardState): boolean =>
  card.state === 'sent' || (card.state === 'answered' && card.answer === 'talk')

const sameAnswer = (from: CardState, to: CardState): boolean =>
  from.state === 'answered' &&
  to.state === 'answered' &&
  from.answer === to.answer &&
  (from.answer !== 'not_now' || to.answer !== 'not_now' || from.reason === to.reason)

function answerMove(from: CardState, to: CardState & { state: 'answered' }, by: CardMover): CardMove {
  if (!isLive(from)) return refused('not_a_move')
  if (by === 'system') return refused('not_by_you')
  if (to.answer === 'not_now' && !isNotNowReason(to.reason)) return refused('reason_needed')
  if (sameAnswer(from, to)) return refused('same_answer')
  // A forwarded link must not undo a decision: who changes her mind says so, and the case manager records it.
  return isUndecided(from) || by === 'case_manager' ? { ok: true } : refused('not_by_you')
}

/**
 * Whether `by` may move a card from `from` to `to`. The company decides once, after a talk or at once; a case manager
 * records what she was told by voice, a changed mind too. A "not now" has a reason of the list.
 */
export function cardMove(from: CardState, to: CardState, by: CardMover): CardMove {
  switch (to.state) {
    case 'sent':
      return refused('not_a_move')
    case 'answered':
      return answerMove(from, to, by)
    case 'withdrawn':
      if (!isLive(from)) return refused('not_a_move')
      return by === 'case_manager' || by === 'system' ? { ok: true } : refused('not_by_you')
    case 'expired':
      if (!isUndecided(from)) return refused('not_a_move')
      return by === 'system' ? { ok: true } : refused('not_by_you')
    default:
      return to satisfies never
  }
}
