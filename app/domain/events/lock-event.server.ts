import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { events } from '#db/schema/events.ts'
import { authorise } from '../access/authorise.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { allows, stateOf, type EventStep } from './event-states.ts'

export type EventRow = typeof events.$inferSelect

/**
 * An event that the actor looks after, locked until the command ends: whoever comes second finds what the first did.
 * @throws DomainError not_found for another organisation's, conflict where it is too late or too early for `step`.
 */
export async function lockEvent(tx: Tx, id: EventId, step: EventStep): Promise<EventRow> {
  const [row] = await tx.select().from(events).where(eq(events.id, id)).for('update')
  if (!row) notFound()
  authorise(tx, 'event.manage', { orgId: row.orgId })
  const state = stateOf(row, now())
  if (allows(state, step)) return row
  throw new DomainError(
    'conflict',
    state === 'called_off' ? 'events_called_off_already' : `events_not_${step}`,
  )
}
