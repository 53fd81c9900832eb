import { eq, inArray } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { organisations } from '#db/schema/accounts.ts'
import { eventOrganisations } from '#db/schema/events.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import type { EventId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockEvent } from './lock-event.server.ts'
import { tellColleagues } from './tell-invited.server.ts'

/**
 * Invites organisations of the network: each of their people gets a mail, unless the event has begun, and one of them answers
 * for all. Whoever is invited already stays so.
 * @returns how many were invited now.
 */
export async function inviteOrganisations(
  tx: Tx,
  eventId: EventId,
  orgIds: readonly OrganisationId[],
): Promise<number> {
  const { userId: invitedBy } = actingStaff(tx, 'event.read')
  const { startsAt } = await lockEvent(tx, eventId, 'invite')
  const at = now()
  const found = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(inArray(organisations.id, [...orgIds]))
  const invited: OrganisationId[] = []
  for (const { id: orgId } of found) {
    const written = await tx
      .insert(eventOrganisations)
      .values({ id: newId<string>(), eventId, orgId, invitedBy, invitedAt: at })
      .onConflictDoNothing()
      .returning({ orgId: eventOrganisations.orgId })
    if (written.length > 0) invited.push(orgId)
  }
  if (invited.length > 0) {
    await audit(tx, { action: 'event.organisations_invited', subjectType: 'event', subjectId: eventId })
    if (startsAt > at) await tellColleagues(tx, eventId, invited)
  }
  return invited.length
}

/** The organisations that are invited to an event. */
export const invitedOrganisations = (tx: Tx, eventId: EventId) =>
  tx
    .select({
      id: eventOrganisations.id,
      orgId: eventOrganisations.orgId,
      name: organisations.name,
      answer: eventOrganisations.answer,
      attendance: eventOrganisations.attendance,
    })
    .from(eventOrganisations)
    .innerJoin(organisations, eq(organisations.id, eventOrganisations.orgId))
    .where(eq(eventOrganisations.eventId, eventId))
    .orderBy(organisations.name)
