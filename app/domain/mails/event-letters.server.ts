import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import type { users } from '#db/schema/accounts.ts'
import { eventInvitations, eventOrganisations, events } from '#db/schema/events.ts'
import { invitationLink } from '../events/invitation-link.server.ts'
import type { ContactId, EventId, InvitationId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { addresses } from './addresses.server.ts'
import type { Letter, OwnLetter, Template } from './letters.ts'
import { stop, type Stop } from './stop.ts'

/** A mail about an event to which a company is invited, as the event is at this moment. */
export async function invitationLetter(
  tx: Tx,
  template: Template,
  id: InvitationId,
  contactId: ContactId,
): Promise<Letter | Stop> {
  const [row] = await tx
    .select({ event: events, answer: eventInvitations.answer })
    .from(eventInvitations)
    .innerJoin(events, eq(events.id, eventInvitations.eventId))
    .where(eq(eventInvitations.id, id))
  if (!row) return stop('no_reason')
  const { calledOffAt, startsAt } = row.event
  const facts = factsOf(row.event)
  if (template === 'event_called_off') return calledOffAt ? { template, facts } : stop('no_reason')
  if (calledOffAt) return stop('event_called_off')
  if (startsAt <= now()) return stop('event_begun')
  const link = addresses.signed(invitationLink(id, contactId))
  switch (template) {
    case 'event_moved':
      return row.answer === 'declined' ? stop('event_declined') : { template, facts: { ...facts, link } }
    case 'event_invitation':
    case 'event_reminder':
      return row.answer ? stop('no_reason') : { template, facts: { ...facts, link } }
    default:
      return stop('no_reason')
  }
}

type Reader = { orgId: OrganisationId | null; role: (typeof users.$inferSelect)['role'] }

/** A mail about an event to somebody whose organisation is invited, as the event is at this moment. */
export async function colleagueLetter(
  tx: Tx,
  id: EventId,
  { orgId, role }: Reader,
): Promise<OwnLetter | Stop> {
  if (!orgId) return stop('no_reason')
  const [row] = await tx
    .select({ event: events })
    .from(events)
    .innerJoin(eventOrganisations, eq(eventOrganisations.eventId, events.id))
    .where(and(eq(events.id, id), eq(eventOrganisations.orgId, orgId)))
  if (!row) return stop('no_reason')
  const { calledOffAt, startsAt } = row.event
  if (startsAt <= now()) return stop('event_begun')
  const link = role === 'coordinator' ? addresses.networkEvent(id) : addresses.deskEvent(id)
  const facts = { ...factsOf(row.event), link, calledOff: calledOffAt !== null }
  return { template: 'event_for_colleagues', facts }
}

const factsOf = ({ title, startsAt, endsAt, place, purpose }: typeof events.$inferSelect) => ({
  ...{ title, startsAt, endsAt, place, purpose },
})
