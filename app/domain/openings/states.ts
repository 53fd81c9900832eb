import { judgeMove, type Move, type Moves } from '../shared/moves.ts'

/** Where an opening stands. A closed one is not opened again: its copy, a new draft, is another opening. */
export const openingStates = ['draft', 'open', 'paused', 'closed'] as const
export type OpeningState = (typeof openingStates)[number]

/** `system` pauses the openings of a company that pauses, and closes what is full or whose time is over. */
export type OpeningMover = 'hr_contact' | 'case_manager' | 'coordinator' | 'system'

const PEOPLE = ['hr_contact', 'case_manager', 'coordinator'] as const
const ANYONE = [...PEOPLE, 'system'] as const

const moves: Moves<OpeningState, OpeningMover> = {
  draft: { open: PEOPLE },
  open: { paused: ANYONE, closed: ANYONE },
  paused: { open: PEOPLE, closed: ANYONE },
  closed: {},
}

/** Whether `by` may move an opening; that it is an opening of theirs is the policy's question. */
export const openingMove = (from: OpeningState, to: OpeningState, by: OpeningMover): Move =>
  judgeMove(moves, from, to, by)

/** Whether people are matched to the opening and cards may be sent for it. */
export function takesCards(state: OpeningState): boolean {
  switch (state) {
    case 'open':
      return true
    case 'draft':
    case 'paused':
    case 'closed':
      return false
    default:
      return state satisfies never
  }
}

/** Whether its text may still be changed. */
export const isEditable = (state: OpeningState): boolean => state !== 'closed'
