import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { can, type Ability, type SubjectOf } from './can.ts'

/**
 * Stops a command whose actor may not do it.
 * @throws DomainError `not_found` where the object itself is none of the actor's business, so that its existence is not
 * confirmed; `forbidden` where the function is known to everybody.
 */
export function authorise<A extends Ability>(tx: Tx, ability: A, ...subject: SubjectOf<A>): void {
  if (can(tx.actor, ability, ...subject)) return
  throw subject.length > 0
    ? new DomainError('not_found', 'not_found')
    : new DomainError('forbidden', 'forbidden')
}
