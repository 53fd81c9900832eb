import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { events } from '#db/schema/events.ts'
import { audit } from '../audit/record.server.ts'
import type { EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockEvent } from './lock-event.server.ts'
import { tellInvited } from './tell-invited.server.ts'

/**
 * Calls an event off before it begins. Invitations that have not left never will; whoever has heard of it and has not
 * declined is told. The reason stays in the network.
 * @throws DomainError conflict once it has begun or is called off already.
 */
export async function callOffEvent(tx: Tx, id: EventId, why: string): Promise<void> {
  const { orgId, version } = await lockEvent(tx, id, 'call_off')
  await tx
    .update(events)
    .set({ calledOffAt: now(), calledOffWhy: why, version: version + 1 })
    .where(eq(events.id, id))
  await audit(tx, { action: 'event.called_off', subjectType: 'event', subjectId: id, orgId })
  await tellInvited(tx, id)
}
