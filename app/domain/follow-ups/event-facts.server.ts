import { and, eq, inArray } from 'drizzle-orm'
import { eventInvitations, events } from '#db/schema/events.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { actsOn } from './company-facts.server.ts'
import { INVITATION_RULES } from './event-rules.ts'
import type { Fact, plainFactTypes, Subject } from './facts.ts'

/** The act by which the audit log remembers that an event got another day, hour or place. */
export const EVENT_MOVED = 'event.moved'

type Invitation = typeof eventInvitations.$inferSelect
type Event = typeof events.$inferSelect

/** What has happened with the invitations of a company to events of the network. */
export async function eventFacts(tx: Tx, companyId: CompanyId, company: Subject): Promise<Fact[]> {
  const rows = await tx
    .select({ invitation: eventInvitations, event: events })
    .from(eventInvitations)
    .innerJoin(events, eq(events.id, eventInvitations.eventId))
    .where(eq(eventInvitations.companyId, companyId))
  if (rows.length === 0) return []
  const [told, moves] = await together([
    toldSince(
      tx,
      rows.map(({ invitation }) => invitation.id),
    ),
    actsOn(tx, 'event', [...new Set(rows.map(({ event }) => event.id))], [EVENT_MOVED]),
  ])
  return rows.flatMap(({ invitation, event }) => {
    const { id, contactId, answeredAt } = invitation
    const contact: Subject[] = contactId ? [{ type: 'contact', id: contactId }] : []
    const own = { subject: { type: 'event_invitation' as const, id }, related: [company, ...contact] }
    const since = told.get(id) ?? answeredAt
    return [
      ...factsOf(invitation, event).map((fact): Fact => ({ ...fact, ...own })),
      ...(since ? [{ id: `told:${id}`, type: 'event_told', at: since, ...own } satisfies Fact] : []),
      ...moves
        // Whoever had not heard of it yet is told the new day at once.
        .filter(({ subjectId, at }) => subjectId === event.id && since !== null && at > since)
        .map((move): Fact => ({ id: `moved:${move.id}:${id}`, type: 'event_moved', at: move.at, ...own })),
    ]
  })
}

type Bare = { id: string; type: (typeof plainFactTypes)[number]; at: Date; recordedAt?: Date }

function factsOf(invitation: Invitation, event: Event): Bare[] {
  const { id, contactId, invitedAt, answer, answeredAt, attendance, attendanceAt } = invitation
  const facts: Bare[] = [
    { id: `invited:${id}`, type: contactId ? 'event_invited' : 'event_invited_by_voice', at: invitedAt },
    { id: `begun:${id}`, type: 'event_begun', at: event.startsAt },
  ]
  if (answer && answeredAt) {
    const type = answer === 'coming' ? 'event_accepted' : 'event_declined'
    facts.push({ id: `answered:${id}:${answer}`, type, at: answeredAt })
  }
  if (event.calledOffAt) facts.push({ id: `off:${id}`, type: 'event_called_off', at: event.calledOffAt })
  const recordedAt = attendanceAt ?? event.endsAt
  if (attendance === 'attended')
    facts.push({ id: `came:${id}`, type: 'event_attended', at: event.endsAt, recordedAt })
  if (attendance === 'absent' && answer === 'coming')
    facts.push({ id: `missed:${id}`, type: 'event_missed', at: event.endsAt, recordedAt })
  return facts
}

const LEFT = ['sending', 'sent', 'uncertain'] as const

/** Since when each invited company knows: a mail of the invitation left, or a person did what a mail would have. */
async function toldSince(tx: Tx, ids: readonly string[]): Promise<Map<string, Date>> {
  const rows = await tx
    .select({
      id: followUps.subjectId,
      state: followUps.state,
      doneAt: followUps.doneAt,
      mail: mails.state,
      at: mails.createdAt,
    })
    .from(followUps)
    .leftJoin(mails, eq(mails.followUpId, followUps.id))
    .where(
      and(
        eq(followUps.subjectType, 'event_invitation'),
        inArray(followUps.subjectId, [...ids]),
        inArray(followUps.ruleKey, [...INVITATION_RULES]),
      ),
    )
  const told = new Map<string, Date>()
  for (const { id, state, doneAt, mail, at } of rows) {
    const left = at && LEFT.some((known) => known === mail) ? at : null
    const since = left ?? (state === 'done' ? doneAt : null)
    if (since) told.set(id, since)
  }
  return told
}
