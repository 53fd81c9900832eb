import { DomainError } from '../shared/errors.ts'
import type { Actor } from '../shared/actor.ts'
import type { StoryMover } from './states.ts'

/**
 * As whom an actor moves a story.
 * @throws DomainError forbidden for those who never do.
 */
export function moverOf(actor: Actor): StoryMover {
  if (actor.kind === 'hr') return 'hr_contact'
  if (actor.kind === 'system') return 'system'
  if (actor.kind === 'staff' && actor.role !== 'admin') return actor.role
  throw new DomainError('forbidden', 'forbidden')
}
