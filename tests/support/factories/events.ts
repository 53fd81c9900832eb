import type { EventFields } from '#app/domain/events/event-fields.schema.server.ts'
import { inviteCompanies } from '#app/domain/events/invite-companies.server.ts'
import { makeEvent } from '#app/domain/events/make-event.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, EventId, InvitationId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { and, eq } from 'drizzle-orm'

/** What a form would say of an event; its day is a Thursday of December 2026. */
export const eventFields = (values: Partial<EventFields> = {}): EventFields => ({
  ...{
    kind: 'open_day',
    title: 'Porte aperte in laboratorio',
    day: '2026-12-03',
    from: '10:00',
    until: '12:30',
  },
  ...{ place: 'via Cigna 14, Torino', purpose: 'Due ore per vedere come lavorano altre aziende.' },
  ...values,
})

/** An event that `holder` makes. */
export const anEvent = (holder: StaffActor, values: Partial<EventFields> = {}): Promise<EventId> =>
  withActor(holder, (tx) => makeEvent(tx, eventFields(values)))

/** Invites one company. @returns the invitation. */
export async function anInvitation(
  holder: StaffActor,
  eventId: EventId,
  companyId: CompanyId,
): Promise<InvitationId> {
  return withActor(holder, async (tx) => {
    await inviteCompanies(tx, eventId, [companyId])
    const [row] = await tx
      .select({ id: eventInvitations.id })
      .from(eventInvitations)
      .where(and(eq(eventInvitations.eventId, eventId), eq(eventInvitations.companyId, companyId)))
    if (!row) throw new Error('not invited')
    return row.id
  })
}
