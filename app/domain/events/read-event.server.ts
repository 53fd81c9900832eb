import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { can } from '../access/can.ts'
import { INVITATION_RULES } from '../follow-ups/event-rules.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId, EventId, InvitationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Attendance, InvitationAnswer } from './event-kinds.ts'
import { stateOf } from './event-states.ts'
import { howFar, type Sending } from './sending.ts'

export type InvitedCompany = {
  invitationId: InvitationId
  companyId: CompanyId
  name: string
  contact: string | null
  lead: string | null
  answer: InvitationAnswer | null
  answeredAt: Date | null
  attendance: Attendance | null
  sending: Sending | null
}

/** An event with what belongs to it and what this actor may do. @throws DomainError not_found. */
export async function readEvent(tx: Tx, id: EventId) {
  const actor = actingStaff(tx, 'event.read')
  const [row] = await tx
    .select({ event: events, organiser: organisations.name, owner: users.name })
    .from(events)
    .innerJoin(organisations, eq(organisations.id, events.orgId))
    .leftJoin(users, eq(users.id, events.ownerId))
    .where(eq(events.id, id))
  if (!row) notFound()
  const { event, organiser, owner } = row
  return {
    ...event,
    organiser,
    owner,
    state: stateOf(event, now()),
    mayManage: can(actor, 'event.manage', { orgId: event.orgId }),
  }
}

/** The companies invited to an event, by name, with what is known of each. */
export async function invitedCompanies(tx: Tx, eventId: EventId): Promise<InvitedCompany[]> {
  actingStaff(tx, 'event.read')
  const rows = await tx
    .select({ invitation: eventInvitations, name: companies.name, contact: contacts.name, lead: users.name })
    .from(eventInvitations)
    .innerJoin(companies, eq(companies.id, eventInvitations.companyId))
    .leftJoin(contacts, eq(contacts.id, eventInvitations.contactId))
    .leftJoin(users, eq(users.id, companies.leadUserId))
    .where(eq(eventInvitations.eventId, eventId))
    .orderBy(asc(sql`lower(${companies.name})`), asc(eventInvitations.id))
  const sending = await sendingOf(
    tx,
    rows.map(({ invitation }) => invitation.id),
  )
  return rows.map(({ invitation, name, contact, lead }) => {
    const { id, companyId, answer, answeredAt, attendance } = invitation
    return {
      ...{ invitationId: id, companyId, name, contact, lead, answer, answeredAt, attendance },
      sending: sending.get(id) ?? null,
    }
  })
}

async function sendingOf(tx: Tx, ids: readonly InvitationId[]): Promise<Map<string, Sending>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: followUps.subjectId, kind: followUps.kind, state: followUps.state, mail: mails.state })
    .from(followUps)
    .leftJoin(mails, eq(mails.followUpId, followUps.id))
    .where(
      and(
        eq(followUps.subjectType, 'event_invitation'),
        inArray(followUps.subjectId, [...ids]),
        inArray(followUps.ruleKey, [...INVITATION_RULES]),
      ),
    )
    .orderBy(asc(followUps.createdAt))
  return new Map(rows.map(({ id, ...row }) => [id, howFar(row)]))
}
