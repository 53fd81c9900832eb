import { and, eq, inArray } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { eventInvitations, eventOrganisations } from '#db/schema/events.ts'
import { emit } from '../outbox/emit.server.ts'
import type { EventId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Leaves to the worker that everybody who is invited hears of a change, whatever each is to hear. */
export async function tellInvited(tx: Tx, eventId: EventId): Promise<void> {
  const invited = await tx
    .select({ id: eventInvitations.id })
    .from(eventInvitations)
    .where(eq(eventInvitations.eventId, eventId))
  for (const { id } of invited) await emit(tx, 'event.invitation_changed', { invitationId: id })
  const bodies = await tx
    .select({ orgId: eventOrganisations.orgId })
    .from(eventOrganisations)
    .where(eq(eventOrganisations.eventId, eventId))
  await tellColleagues(
    tx,
    eventId,
    bodies.map(({ orgId }) => orgId),
  )
}

/** Leaves a mail to each person at work in some organisations. */
export async function tellColleagues(
  tx: Tx,
  eventId: EventId,
  orgIds: readonly OrganisationId[],
): Promise<void> {
  if (orgIds.length === 0) return
  const colleagues = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        inArray(users.orgId, [...orgIds]),
        inArray(users.role, ['case_manager', 'coordinator']),
        eq(users.active, true),
      ),
    )
  for (const { id } of colleagues) {
    if (tx.actor.kind === 'staff' && tx.actor.userId === id) continue
    await emit(tx, 'event.colleague_told', { eventId, userId: id })
  }
}
