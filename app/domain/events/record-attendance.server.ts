import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { eventInvitations, eventOrganisations, events } from '#db/schema/events.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { lockCompany } from '../companies/lock-company.server.ts'
import { recordContact } from '../companies/record-contact.server.ts'
import { takeBackContact } from '../companies/take-back-contact.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { AttendanceForm } from './answer-invitation.schema.server.ts'
import type { Attendance } from './event-kinds.ts'
import { lockEvent, type EventRow } from './lock-event.server.ts'
import { sharedMinutes } from './shared-minutes.ts'

type Invitation = typeof eventInvitations.$inferSelect

/**
 * Writes down who came to an event, as often as it takes: a presence is a contact with the company on that day, and one that was
 * noted by mistake leaves no trace in its score. Whoever is not in the form stays as noted.
 * @throws DomainError conflict before the event begins, and for one that was called off.
 */
export async function recordAttendance(tx: Tx, eventId: EventId, form: AttendanceForm): Promise<void> {
  actingStaff(tx, 'event.read')
  const event = await lockEvent(tx, eventId, 'attendance')
  // In the order in which every command locks companies.
  const invitations = await tx
    .select()
    .from(eventInvitations)
    .where(eq(eventInvitations.eventId, eventId))
    .orderBy(asc(eventInvitations.companyId), asc(eventInvitations.id))
  const noteOf = noteBy(form)
  const noted = new Map(invitations.map((invitation) => [invitation.id, noteOf(invitation)]))
  const came = [...noted.values()].filter((attendance) => attendance === 'attended').length
  const minutes = sharedMinutes(event, came)
  for (const invitation of invitations) {
    const attendance = noted.get(invitation.id) ?? null
    if (attendance !== invitation.attendance) await note(tx, { event, invitation, attendance, minutes })
  }
  await shareAnew(tx, eventId, minutes)
  await noteOrganisations(tx, eventId, noteOf)
  await tx
    .update(events)
    .set({ attendanceAt: event.attendanceAt ?? now() })
    .where(eq(events.id, eventId))
  await audit(tx, {
    ...{ action: 'event.attendance_noted', subjectType: 'event', subjectId: eventId },
    orgId: event.orgId,
  })
}

/** Whoever came before others did shares the length of the event with them: its effort counts once. */
async function shareAnew(tx: Tx, eventId: EventId, minutes: number): Promise<void> {
  const { attendanceInteractionId } = eventInvitations
  await tx
    .update(interactions)
    .set({ minutes })
    .where(
      inArray(
        interactions.id,
        tx
          .select({ id: attendanceInteractionId })
          .from(eventInvitations)
          .where(and(eq(eventInvitations.eventId, eventId), isNotNull(attendanceInteractionId))),
      ),
    )
}

type Noted = { id: string; attendance: Attendance | null }

/** Whoever was shown and not ticked was not there; of whoever was not shown nothing is said. */
function noteBy({ came, shown }: AttendanceForm) {
  const [there, listed] = [new Set(came), new Set(shown)]
  return ({ id, attendance }: Noted): Attendance | null => {
    if (there.has(id)) return 'attended'
    return listed.has(id) ? 'absent' : attendance
  }
}

type Presence = { event: EventRow; invitation: Invitation; attendance: Attendance | null; minutes: number }

async function note(tx: Tx, { event, invitation, attendance, minutes }: Presence): Promise<void> {
  const { id, companyId, contactId, attendanceInteractionId } = invitation
  const { userId, orgId } = actingStaff(tx, 'company.relate')
  const company = await lockCompany(tx, companyId)
  if (attendanceInteractionId) await takeBackContact(tx, companyId, attendanceInteractionId)
  const kept =
    attendance === 'attended'
      ? await recordContact(tx, company, {
          ...{ orgId, userId, contactId, kind: 'event', outcome: 'positive', minutes },
          ...{ note: event.title, occurredAt: event.startsAt },
        })
      : null
  await tx
    .update(eventInvitations)
    .set({ attendance, attendanceAt: attendance && now(), attendanceInteractionId: kept })
    .where(eq(eventInvitations.id, id))
  await emit(tx, 'event.invitation_changed', { invitationId: id })
}

async function noteOrganisations(tx: Tx, eventId: EventId, noteOf: ReturnType<typeof noteBy>): Promise<void> {
  const { id, attendance } = eventOrganisations
  const rows = await tx
    .select({ id, attendance })
    .from(eventOrganisations)
    .where(eq(eventOrganisations.eventId, eventId))
  for (const row of rows) {
    const noted = noteOf(row)
    if (noted === row.attendance) continue
    await tx.update(eventOrganisations).set({ attendance: noted }).where(eq(eventOrganisations.id, row.id))
  }
}
