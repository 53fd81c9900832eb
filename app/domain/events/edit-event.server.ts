import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { events } from '#db/schema/events.ts'
import { audit } from '../audit/record.server.ts'
import { EVENT_MOVED } from '../follow-ups/event-facts.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { EventFields } from './event-fields.schema.server.ts'
import { momentsOf } from './event-moments.ts'
import { lockEvent } from './lock-event.server.ts'
import { tellInvited } from './tell-invited.server.ts'

/**
 * Changes an event that has not begun. Another day, hour or place is told to everybody who has heard of it; other words are
 * what the next reader finds.
 * @throws DomainError stale for a form that is older than the event, conflict once it has begun or is called off.
 */
export async function editEvent(
  tx: Tx,
  id: EventId,
  { version, ...input }: EventFields & { version: number },
): Promise<void> {
  const before = await lockEvent(tx, id, 'edit')
  const { kind, title, place, purpose } = input
  const moments = momentsOf(input)
  if (moments.startsAt <= now()) throw new DomainError('invalid', 'events_from_passed', 'from')
  const changed = await tx
    .update(events)
    .set({ kind, title, place, purpose, ...moments, version: version + 1 })
    .where(and(eq(events.id, id), eq(events.version, version)))
    .returning({ id: events.id })
  if (changed.length === 0) throw new DomainError('stale', 'events_stale')
  const moved =
    +before.startsAt !== +moments.startsAt || +before.endsAt !== +moments.endsAt || before.place !== place
  await audit(tx, {
    action: moved ? EVENT_MOVED : 'event.edited',
    subjectType: 'event',
    subjectId: id,
    orgId: before.orgId,
  })
  if (moved) await tellInvited(tx, id)
}
