import { and, eq, gt, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { authorise } from '../access/authorise.server.ts'
import type { CompanyId, InvitationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { EventKind, InvitationAnswer } from './event-kinds.ts'

export type CompanyInvitation = {
  id: InvitationId
  title: string
  kind: EventKind
  place: string
  startsAt: Date
  endsAt: Date
  calledOff: boolean
  answer: InvitationAnswer | null
}

/**
 * What the network invites a company to, the next day first, until it begins; also what was called off, because somebody
 * may have read of it here and nowhere else. Two firms that turned out to be one have one line for an event, the answered
 * one if there is one. Not who holds it: towards companies the network is one.
 * @throws DomainError not_found for another company.
 */
export async function invitationsOfCompany(tx: Tx, companyId: CompanyId): Promise<CompanyInvitation[]> {
  authorise(tx, 'company.read', { companyId })
  const { title, kind, place, startsAt, endsAt, calledOffAt } = events
  const { id, answer, answeredAt } = eventInvitations
  const rows = await tx
    .selectDistinctOn([events.id], { id, title, kind, place, startsAt, endsAt, calledOffAt, answer })
    .from(eventInvitations)
    .innerJoin(events, eq(events.id, eventInvitations.eventId))
    .where(and(eq(eventInvitations.companyId, companyId), gt(startsAt, now())))
    .orderBy(events.id, sql`${answeredAt} desc nulls last`, id)
  return rows
    .map(({ calledOffAt: at, ...invitation }) => ({ ...invitation, calledOff: at !== null }))
    .toSorted((a, b) => +a.startsAt - +b.startsAt)
}
