import { and, asc, eq, inArray } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { readsOurMail, whoAnswers } from '../contacts/who-answers.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, EventId, InvitationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { reachOf, type Reach } from './invitable.ts'
import { lockEvent } from './lock-event.server.ts'

/** How many were invited by mail, how many somebody has to ask, and how many were left out. */
export type Invited = { mail: number; voice: number; left: number }

/**
 * Invites companies to an event, each through whoever answers there for hiring and reads our mail. What leaves, and when, is
 * the worker's: quiet hours and the weekly limit hold as for every message. Once the event has begun nothing leaves:
 * whoever is added was there.
 * @throws DomainError refused where none of them can be invited.
 */
export async function inviteCompanies(
  tx: Tx,
  eventId: EventId,
  companyIds: readonly CompanyId[],
): Promise<Invited> {
  const { userId: invitedBy } = actingStaff(tx, 'event.read')
  const event = await lockEvent(tx, eventId, 'invite')
  const at = now()
  const afterwards = event.startsAt <= at
  const rows = await tx
    .select()
    .from(companies)
    .where(inArray(companies.id, [...companyIds]))
    .orderBy(asc(companies.id))
    .for('update')
  const invited = await invitedTo(tx, eventId, companyIds)
  const count: Record<Reach, number> = {
    mail: 0,
    voice: 0,
    invited: 0,
    paused: 0,
    do_not_contact: 0,
    merged: 0,
  }
  for (const { id: companyId, doNotContact, pausedUntil, mergedInto } of rows) {
    const reader = (await whoAnswers(tx, companyId)).find(readsOurMail)
    const reach = reachOf(
      { doNotContact, pausedUntil, merged: mergedInto !== null, invited: invited.has(companyId) },
      { hasReader: reader !== undefined, at, afterwards },
    )
    count[reach] += 1
    if (reach !== 'mail' && reach !== 'voice') continue
    const id = newId<InvitationId>()
    const contactId = reader?.id ?? null
    await tx.insert(eventInvitations).values({ id, eventId, companyId, contactId, invitedBy, invitedAt: at })
    await audit(tx, { action: 'event.company_invited', subjectType: 'company', subjectId: companyId })
    await emit(tx, 'event.invitation_changed', { invitationId: id })
  }
  const { mail, voice } = count
  if (mail + voice === 0) throw new DomainError('refused', 'events_none_invitable')
  return { mail, voice, left: companyIds.length - mail - voice }
}

async function invitedTo(
  tx: Tx,
  eventId: EventId,
  companyIds: readonly CompanyId[],
): Promise<Set<CompanyId>> {
  const rows = await tx
    .select({ companyId: eventInvitations.companyId })
    .from(eventInvitations)
    .where(and(eq(eventInvitations.eventId, eventId), inArray(eventInvitations.companyId, [...companyIds])))
  return new Set(rows.map(({ companyId }) => companyId))
}
