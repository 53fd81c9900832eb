import { and, asc, eq, gt, isNull } from 'drizzle-orm'
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
  answer: InvitationAnswer | null
}

/** More invitations than these at once nobody has; whatever is later comes into sight as the first ones pass. */
const MOST = 20

/**
 * What the network invites a company to and can still be answered, the next day first. Not who holds it: towards companies
 * the network is one.
 * @throws DomainError not_found for another company.
 */
export async function invitationsOfCompany(tx: Tx, companyId: CompanyId): Promise<CompanyInvitation[]> {
  authorise(tx, 'company.read', { companyId })
  const { title, kind, place, startsAt, endsAt } = events
  const { id, answer } = eventInvitations
  const toCome = and(isNull(events.calledOffAt), gt(startsAt, now()))
  return tx
    .select({ id, title, kind, place, startsAt, endsAt, answer })
    .from(eventInvitations)
    .innerJoin(events, eq(events.id, eventInvitations.eventId))
    .where(and(eq(eventInvitations.companyId, companyId), toCome))
    .orderBy(asc(startsAt), asc(id))
    .limit(MOST)
}
