import { newId, now } from '#app/platform/clock.server.ts'
import { events } from '#db/schema/events.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { keepOwner } from '../ownership/owner-lock.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { EventFields } from './event-fields.schema.server.ts'
import { momentsOf } from './event-moments.ts'

/**
 * Writes an event down for the actor's organisation; whoever makes it looks after it. Nobody is told until invited.
 * @returns its id.
 * @throws DomainError invalid for an hour that has passed.
 */
export async function makeEvent(tx: Tx, input: EventFields): Promise<EventId> {
  const { orgId, userId } = actingStaff(tx, 'event.read')
  const { kind, title, place, purpose } = input
  const at = now()
  const moments = momentsOf(input)
  if (moments.startsAt <= at) throw new DomainError('invalid', 'events_from_passed', 'from')
  await keepOwner(tx, userId)
  const id = newId<EventId>()
  await tx
    .insert(events)
    .values({ id, orgId, ownerId: userId, kind, title, place, purpose, ...moments, createdAt: at })
  await audit(tx, { action: 'event.made', subjectType: 'event', subjectId: id })
  return id
}
