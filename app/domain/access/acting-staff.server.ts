import type { StaffActor } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { authorise } from './authorise.server.ts'

/**
 * The person of the network who acts, for commands that write her name and organisation.
 * @throws DomainError forbidden where she may not, or where nobody of the network is acting.
 */
export function actingStaff(
  tx: Tx,
  ability: 'company.relate' | 'company.add' | 'follow_up.act' | 'event.read' | 'testimonial.record',
): StaffActor {
  authorise(tx, ability)
  if (tx.actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  return tx.actor
}
