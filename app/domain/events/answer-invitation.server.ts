import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import { withActor, type Tx } from '../shared/with-actor.server.ts'
import type { InvitationAnswer } from './event-kinds.ts'
import { stateOf } from './event-states.ts'
import { readInvitationLink } from './invitation-link.server.ts'
import { keepAnswer } from './keep-answer.server.ts'

async function invitationOf(tx: Tx, token: string) {
  const link = readInvitationLink(token)
  if (!link) throw new DomainError('gone', 'events_link_altered')
  const [row] = await tx
    .select({ invitation: eventInvitations, event: events })
    .from(eventInvitations)
    .innerJoin(events, eq(events.id, eventInvitations.eventId))
    .innerJoin(contacts, eq(contacts.companyId, eventInvitations.companyId))
    .where(
      and(
        eq(eventInvitations.id, link.invitationId),
        eq(contacts.id, link.contactId),
        eq(contacts.active, true),
      ),
    )
  if (!row) throw new DomainError('gone', 'events_link_altered')
  const state = stateOf(row.event, now())
  if (state === 'over' || state === 'under_way') throw new DomainError('gone', 'events_link_over')
  return { ...row, contactId: link.contactId, state }
}

/** The event behind a signed link, and what was answered. Reading it writes nothing: mail scanners open links. */
export const readInvitation = (token: string) =>
  withActor(system('event-answer'), async (tx) => {
    const { event, invitation, state } = await invitationOf(tx, token)
    const { title, kind, place, purpose, startsAt, endsAt } = event
    return { title, kind, place, purpose, startsAt, endsAt, state, answer: invitation.answer }
  })

/**
 * What the contact of a company answers to an invitation, by the link alone. She may change her mind until it begins.
 * @throws DomainError gone for a link that is altered, of somebody who has left, or once it has begun; conflict when the
 *   event is called off.
 */
export async function answerInvitation(token: string, answer: InvitationAnswer): Promise<void> {
  await withActor(system('event-answer'), async (tx) => {
    const { event, invitation, contactId, state } = await invitationOf(tx, token)
    if (state === 'called_off') throw new DomainError('conflict', 'events_called_off_already')
    const heard = { by: 'mail', contactId, userId: event.ownerId, orgId: event.orgId } as const
    await keepAnswer(tx, invitation, answer, heard)
  })
}
