import { judgeMove, type Move, type Moves } from '../shared/moves.ts'

/** Whether the network may approach a company at all; it stands beside the ladder and leaves the rung as it is. */
export const standings = ['open', 'paused', 'do_not_contact'] as const
export type Standing = (typeof standings)[number]

export type StandingMover = 'hr_contact' | 'case_manager' | 'coordinator' | 'system'

/**
 * A pause ends by itself on its day (`system`). Whoever asked not to be contacted is approached again only when the
 * company itself or a coordinator says so.
 */
const moves: Moves<Standing, StandingMover> = {
  open: {
    paused: ['hr_contact', 'case_manager', 'coordinator'],
    do_not_contact: ['hr_contact', 'case_manager', 'coordinator'],
  },
  paused: {
    open: ['hr_contact', 'case_manager', 'coordinator', 'system'],
    do_not_contact: ['hr_contact', 'case_manager', 'coordinator'],
  },
  do_not_contact: { open: ['hr_contact', 'coordinator'] },
}

export type StandingMove = Move | { ok: false; why: 'reason_needed' }

/** Whether `by` may change a company's standing; staff give a reason, the company and the calendar need none. */
export function standingMove(from: Standing, to: Standing, by: StandingMover, reason = ''): StandingMove {
  const allowed = judgeMove(moves, from, to, by)
  const staff = by === 'case_manager' || by === 'coordinator'
  return allowed.ok && staff && reason.trim() === '' ? { ok: false, why: 'reason_needed' } : allowed
}
