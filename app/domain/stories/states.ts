import { judgeMove, type Move, type Moves } from '../shared/moves.ts'

/** Where a success story stands. Nothing is published that the company itself has not submitted. */
export const storyStates = ['draft', 'awaiting_company', 'submitted', 'published', 'withdrawn'] as const
export type StoryState = (typeof storyStates)[number]

/** `system` acts when the consent that a story rests on ends. */
export type StoryMover = 'hr_contact' | 'case_manager' | 'coordinator' | 'system'

const STAFF = ['case_manager', 'coordinator'] as const

const storyMoves: Moves<StoryState, StoryMover> = {
  draft: {
    awaiting_company: STAFF,
    submitted: ['hr_contact'],
    withdrawn: ['hr_contact', ...STAFF, 'system'],
  },
  awaiting_company: {
    submitted: ['hr_contact'],
    draft: ['hr_contact', ...STAFF],
    withdrawn: ['hr_contact', ...STAFF, 'system'],
  },
  submitted: {
    published: ['coordinator'],
    draft: ['hr_contact', 'coordinator'],
    withdrawn: ['hr_contact', 'coordinator', 'system'],
  },
  published: { withdrawn: ['hr_contact', 'coordinator', 'system'] },
  withdrawn: {},
}

export type StoryMove = Move | { ok: false; why: 'note_needed' }

/**
 * Whether `by` may move a story. Staff who send one back or take one down say why, in a note to the company; the
 * company needs no reason for anything about its own story.
 */
export function storyMove(from: StoryState, to: StoryState, by: StoryMover, note = ''): StoryMove {
  const allowed = judgeMove(storyMoves, from, to, by)
  const sentBack = from === 'submitted' && to === 'draft'
  const takenDown = from === 'published' && to === 'withdrawn'
  const explains = by === 'coordinator' && (sentBack || takenDown)
  return allowed.ok && explains && note.trim() === '' ? { ok: false, why: 'note_needed' } : allowed
}

/** The states to which `by` may move a story from `from`. */
export const storyMovesFrom = (from: StoryState, by: StoryMover): StoryState[] =>
  storyStates.filter((to) => judgeMove(storyMoves, from, to, by).ok)

/** Where the request to be a testimonial stands. A new request is a new one, not a move. */
export const testimonialStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const
export type TestimonialState = (typeof testimonialStates)[number]

/** An answer given by voice is recorded by whoever heard it, with a note that says when and how. */
const testimonialMoves: Moves<TestimonialState, StoryMover> = {
  asked: { accepted: ['hr_contact', ...STAFF], declined: ['hr_contact', ...STAFF], withdrawn: STAFF },
  accepted: { withdrawn: ['hr_contact', ...STAFF] },
  declined: {},
  withdrawn: {},
}

/** Whether `by` may move a request to be a testimonial; staff always add a note. */
export function testimonialMove(
  from: TestimonialState,
  to: TestimonialState,
  by: StoryMover,
  note = '',
): StoryMove {
  const allowed = judgeMove(testimonialMoves, from, to, by)
  return allowed.ok && by !== 'hr_contact' && note.trim() === '' ? { ok: false, why: 'note_needed' } : allowed
}

/** Whether the company's voice may be used at `at`: it said yes, and its yes holds. */
export const maySpeak = (
  { state, validUntil }: { state: TestimonialState; validUntil: Date | null },
  at: Date,
): boolean => state === 'accepted' && (validUntil === null || +validUntil > +at)
