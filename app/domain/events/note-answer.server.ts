import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { eventInvitations, eventOrganisations, events } from '#db/schema/events.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { EventId, InvitationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { InvitationAnswer } from './event-kinds.ts'
import { allows, stateOf } from './event-states.ts'
import { keepAnswer } from './keep-answer.server.ts'

async function eventToAnswer(tx: Tx, eventId: EventId): Promise<void> {
  const [event] = await tx.select().from(events).where(eq(events.id, eventId))
  if (!event) notFound()
  const state = stateOf(event, now())
  if (allows(state, 'answer')) return
  throw new DomainError(
    'conflict',
    state === 'called_off' ? 'events_called_off_already' : 'events_not_answer',
  )
}

/**
 * Notes what a company told somebody of the network on the telephone: whoever knows it asks, whoever holds the event.
 * @throws DomainError conflict once the event has begun or is called off.
 */
export async function noteAnswer(
  tx: Tx,
  eventId: EventId,
  { invitationId, answer }: { invitationId: InvitationId; answer: InvitationAnswer },
): Promise<void> {
  const { userId, orgId } = actingStaff(tx, 'company.relate')
  await eventToAnswer(tx, eventId)
  const [invitation] = await tx
    .select()
    .from(eventInvitations)
    .where(and(eq(eventInvitations.id, invitationId), eq(eventInvitations.eventId, eventId)))
  if (!invitation) notFound()
  await keepAnswer(tx, invitation, answer, { by: 'call', contactId: invitation.contactId, userId, orgId })
}

/**
 * Somebody of an invited organisation says whether it comes, for all of its people.
 * @throws DomainError not_found where it is not invited.
 */
export async function answerForOrganisation(
  tx: Tx,
  eventId: EventId,
  answer: InvitationAnswer,
): Promise<void> {
  const { userId, orgId } = actingStaff(tx, 'event.read')
  await eventToAnswer(tx, eventId)
  const answered = await tx
    .update(eventOrganisations)
    .set({ answer, answeredBy: userId, answeredAt: now() })
    .where(and(eq(eventOrganisations.eventId, eventId), eq(eventOrganisations.orgId, orgId)))
    .returning({ id: eventOrganisations.id })
  if (answered.length === 0) notFound()
  await audit(tx, { action: `event.organisation_${answer}`, subjectType: 'event', subjectId: eventId })
}
