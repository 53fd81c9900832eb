import { atLocal } from '#app/domain/calendar/rome.ts'
import { addWorkingDays } from '#app/domain/calendar/working-days.server.ts'
import { sharedMinutes } from '#app/domain/events/shared-minutes.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { EventId, FollowUpId, InvitationId } from '#app/domain/shared/ids.ts'
import type { interactions } from '#db/schema/companies.ts'
import type { eventInvitations, eventOrganisations, events } from '#db/schema/events.ts'
import type { followUps } from '#db/schema/follow-ups.ts'
import type { Firm } from './companies.ts'
import { eventList, type EventEntry, type GuestEntry } from './event-list.ts'
import type { Organisation, Staff } from './organisations.ts'
import type { Past } from './past.ts'
import type { Random } from './random.ts'

export type Held = {
  events: (typeof events.$inferInsert)[]
  invitations: (typeof eventInvitations.$inferInsert)[]
  organisations: (typeof eventOrganisations.$inferInsert)[]
  /** Answers and presences, as contacts with the companies. */
  interactions: (typeof interactions.$inferInsert)[]
  /** The messages by which the invitations went. */
  sent: (typeof followUps.$inferInsert)[]
}

type Parts = { firms: readonly Firm[]; organisations: readonly Organisation[]; staff: readonly Staff[] }

/** What the network has held for companies, and is about to hold. */
export function makeEvents(parts: Parts, past: Past, random: Random): Held {
  const held: Held = { events: [], invitations: [], organisations: [], interactions: [], sent: [] }
  for (const entry of eventList) hold(held, entry, parts, past, random.branch(entry.title))
  return held
}

function hold(held: Held, entry: EventEntry, parts: Parts, past: Past, draw: Random): void {
  const { title, kind, purpose, place, inWorkingDays, from, until, invitedBefore, calledOff } = entry
  const body = organisationNamed(parts.organisations, entry.organiser)
  const owner =
    parts.staff.find(({ role, orgId }) => role === 'coordinator' && orgId === body.row.id) ??
    body.caseManagers[0]
  if (!owner) throw new Error(`nobody works at ${entry.organiser}`)
  const day = addWorkingDays(past.today, inWorkingDays)
  const [startsAt, endsAt] = [atLocal(day, from), atLocal(day, until)]
  const over = endsAt < past.start
  const noted = over && !calledOff ? new Date(Math.min(+endsAt + DAY, +past.start)) : null
  const invitedAt = atLocal(addWorkingDays(day, -(invitedBefore ?? 0)), '10:30')
  const id = draw.uuid<EventId>()
  const { orgId, userId } = owner
  held.events.push({
    ...{ id, orgId, ownerId: userId, kind, title, purpose, place, startsAt, endsAt },
    ...(calledOff ? { calledOffAt: new Date(+startsAt - 8 * DAY), calledOffWhy: calledOff } : {}),
    attendanceAt: noted,
    createdAt: new Date(Math.min(+invitedAt - 2 * DAY, +past.start - 2 * DAY)),
  })
  const came = entry.guests.filter(([, , there]) => there).length
  const event = {
    id,
    title,
    orgId,
    userId,
    startsAt,
    invitedAt,
    noted,
    minutes: sharedMinutes({ startsAt, endsAt }, came),
  }
  for (const guest of entry.guests) invite(held, guest, event, { parts, past, draw })
  for (const [name, answer, there] of entry.organisations) {
    held.organisations.push({
      ...{ id: draw.uuid<string>(), eventId: id, orgId: organisationNamed(parts.organisations, name).row.id },
      ...{ invitedBy: userId, invitedAt, answer },
      answeredAt: answer && new Date(+invitedAt + DAY),
      attendance: noted && (there ? 'attended' : 'absent'),
    })
  }
}

type Invited = {
  id: EventId
  title: string
  orgId: Staff['orgId']
  userId: Staff['userId']
  startsAt: Date
  invitedAt: Date
  noted: Date | null
  minutes: number
}
type With = { parts: Parts; past: Past; draw: Random }

function invite(
  held: Held,
  [name, answer, there]: GuestEntry,
  event: Invited,
  { parts, past, draw }: With,
): void {
  const { id: eventId, title, orgId, userId, startsAt, invitedAt, noted, minutes } = event
  const firm = parts.firms.find(({ entry }) => entry.name === name)
  if (!firm) throw new Error(`no company is called ${name}`)
  const contactId = firm.contact.id
  const id = draw.uuid<InvitationId>()
  const own = { orgId, userId, companyId: firm.id, contactId }
  const answeredAt =
    answer && new Date(Math.min(+invitedAt + draw.int(4, 70) * HOUR, +startsAt - HOUR, +past.start - HOUR))
  const answered = answer &&
    answeredAt && {
      ...{ ...own, id: draw.uuid<string>(), kind: 'mail' as const, minutes: 0, note: '' },
      ...{ occurredAt: answeredAt, createdAt: answeredAt },
      outcome: answer === 'coming' ? ('positive' as const) : ('neutral' as const),
    }
  const presence = noted &&
    there && {
      ...{ ...own, id: draw.uuid<string>(), kind: 'event' as const, outcome: 'positive' as const, minutes },
      ...{ note: title, occurredAt: startsAt, createdAt: noted },
    }
  held.interactions.push(
    ...[answered, presence].filter((row) => row !== null && row !== false && row !== undefined),
  )
  held.invitations.push({
    ...{ id, eventId, companyId: firm.id, contactId, invitedBy: userId, invitedAt, answer, answeredAt },
    answerInteractionId: answered ? answered.id : null,
    attendance: noted && (there ? 'attended' : 'absent'),
    attendanceAt: noted,
    attendanceInteractionId: presence ? presence.id : null,
  })
  held.sent.push({
    ...{ id: draw.uuid<FollowUpId>(), ruleKey: 'event_invitation', subjectType: 'event_invitation' },
    ...{ subjectId: id, companyId: firm.id, contactId, kind: 'message', template: 'event_invitation' },
    ...{ state: 'done', dueAt: invitedAt, releasedAt: invitedAt, doneAt: invitedAt, createdAt: invitedAt },
  })
}

function organisationNamed(organisations: readonly Organisation[], name: string): Organisation {
  const found = organisations.find(({ row }) => row.name === name)
  if (!found) throw new Error(`no organisation is called ${name}`)
  return found
}
