import { judgeMove, type Move, type Moves } from '../shared/moves.ts'

/** Where a follow-up stands. */
export const followUpStates = [
  'planned',
  'due',
  'postponed',
  'handed_on',
  'done',
  'skipped',
  'cancelled',
] as const
export type FollowUpState = (typeof followUpStates)[number]

/** `system` is the clock, the worker and the rules; `person` is anyone of the network who may act on it. */
export type FollowUpMover = 'system' | 'person'

const BOTH: readonly FollowUpMover[] = ['system', 'person']
const CLOCK: readonly FollowUpMover[] = ['system']
const PERSON: readonly FollowUpMover[] = ['person']

const closing = { done: BOTH, skipped: PERSON, cancelled: BOTH }
const waiting = { due: CLOCK, postponed: PERSON, handed_on: PERSON, ...closing }

/**
 * A postponed or handed-on follow-up is the same one, due again on another day or with another person; `handed_on`
 * lasts until the other person sees it due. What is done, skipped or cancelled is over: it never comes back, so that
 * no message leaves twice.
 */
const moves: Moves<FollowUpState, FollowUpMover> = {
  planned: waiting,
  due: { postponed: PERSON, handed_on: PERSON, ...closing },
  postponed: waiting,
  handed_on: waiting,
  done: {},
  skipped: {},
  cancelled: {},
}

/** Whether the follow-up still asks for something. */
export function isOpen(state: FollowUpState): boolean {
  switch (state) {
    case 'planned':
    case 'due':
    case 'postponed':
    case 'handed_on':
      return true
    case 'done':
    case 'skipped':
    case 'cancelled':
      return false
    default:
      return state satisfies never
  }
}

export type FollowUpMove = Move | { ok: false; why: 'reason_needed' }

/**
 * Whether `by` may move a follow-up. A person who puts one off, skips or cancels it says why; the system's reason is
 * the fact that ended it.
 */
export function followUpMove(
  from: FollowUpState,
  to: FollowUpState,
  by: FollowUpMover,
  reason = '',
): FollowUpMove {
  const allowed = judgeMove(moves, from, to, by)
  const explained = to === 'postponed' || to === 'skipped' || to === 'cancelled'
  return allowed.ok && by === 'person' && explained && reason.trim() === ''
    ? { ok: false, why: 'reason_needed' }
    : allowed
}

/** The states to which `by` may move a follow-up from `from`. */
export const followUpMovesFrom = (from: FollowUpState, by: FollowUpMover): FollowUpState[] =>
  followUpStates.filter((to) => judgeMove(moves, from, to, by).ok)
