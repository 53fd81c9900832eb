import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { events } from '#db/schema/events.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, helpRequests, placements, proposals } from '#db/schema/proposals.ts'
import { testimonials } from '#db/schema/stories.ts'
import type { CandidateId, CompanyId, EventId, OrganisationId, ProposalId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type OpenThreads = {
  /** Cards that wait for an answer, or whose answer waits for the next step. */
  proposals: { orgId: OrganisationId; id: ProposalId; candidateId: CandidateId }[]
  helpRequests: { id: string }[]
  /** Companies that were asked to speak for the network and have not answered. */
  testimonials: { id: string; companyId: CompanyId }[]
  /** Events that are still to be held, or whose presences nobody has noted. */
  events: { id: EventId }[]
}

/** What somebody has begun with others and is waiting for, as far as the actor may see it. */
export async function openThreads(tx: Tx, userId: UserId): Promise<OpenThreads> {
  const open = await tx
    .select({ orgId: proposals.orgId, id: proposals.id, candidateId: proposals.candidateId })
    .from(proposals)
    .innerJoin(cards, eq(cards.id, proposals.cardId))
    .leftJoin(
      placements,
      and(
        eq(placements.orgId, proposals.orgId),
        eq(placements.candidateId, proposals.candidateId),
        eq(placements.openingId, proposals.openingId),
      ),
    )
    .where(
      and(
        eq(proposals.proposedBy, userId),
        isNull(placements.id),
        or(eq(cards.state, 'sent'), and(eq(cards.state, 'answered'), ne(cards.answer, 'not_now'))),
      ),
    )
  return {
    proposals: open,
    helpRequests: await tx
      .select({ id: helpRequests.id })
      .from(helpRequests)
      .innerJoin(openings, eq(openings.id, helpRequests.openingId))
      .where(and(eq(helpRequests.requestedBy, userId), eq(openings.state, 'open'))),
    testimonials: await tx
      .select({ id: testimonials.id, companyId: testimonials.companyId })
      .from(testimonials)
      .where(and(eq(testimonials.throughUserId, userId), eq(testimonials.state, 'asked'))),
    events: await tx
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.ownerId, userId), isNull(events.calledOffAt), isNull(events.attendanceAt))),
  }
}
