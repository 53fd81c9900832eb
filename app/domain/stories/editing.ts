import type { StoryMover, StoryState } from './states.ts'

/**
 * Whether `by` may change a story's words. A draft is everybody's who writes it; once it waits for the company only the
 * company changes it; from there on nobody does: it goes back first, so that what was approved is what is published.
 */
export function mayEdit(state: StoryState, by: StoryMover): boolean {
  switch (state) {
    case 'draft':
      return by === 'hr_contact' || by === 'case_manager'
    case 'awaiting_company':
      return by === 'hr_contact'
    case 'submitted':
    case 'published':
    case 'withdrawn':
      return false
    default:
      return state satisfies never
  }
}
