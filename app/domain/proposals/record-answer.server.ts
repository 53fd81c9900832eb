import { and, eq } from 'drizzle-orm'
import { cards, placements, proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CardAnswer } from './answer-card.schema.server.ts'
import { takeAnswer } from './take-answer.server.ts'

type Input = { orgId: OrganisationId; candidateId: CandidateId; openingId: OpeningId; answer: CardAnswer }

/**
 * Records what a case manager of the person's organisation heard from the company by voice about her card: an answer, or
 * a changed mind. Once she has begun there, the answer is history.
 * @throws DomainError not_found for another organisation's proposal, gone when the card is over, conflict once she has
 * begun there.
 */
export async function recordAnswer(tx: Tx, { orgId, candidateId, openingId, answer }: Input): Promise<void> {
  authorise(tx, 'candidate.propose', { orgId })
  const [found] = await tx
    .select({ card: cards })
    .from(proposals)
    .innerJoin(cards, eq(cards.id, proposals.cardId))
    .where(
      and(
        eq(proposals.orgId, orgId),
        eq(proposals.candidateId, candidateId),
        eq(proposals.openingId, openingId),
      ),
    )
    .for('update', { of: cards })
  if (!found) notFound()
  const begun = and(
    eq(placements.orgId, orgId),
    eq(placements.candidateId, candidateId),
    eq(placements.openingId, openingId),
  )
  if ((await tx.$count(placements, begun)) > 0) throw new DomainError('conflict', 'proposals_answer_begun')
  await takeAnswer(tx, found.card, answer, 'case_manager')
}
