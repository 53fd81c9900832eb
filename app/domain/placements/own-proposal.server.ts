import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, placements, proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { personProposed } from '../proposals/proposal-joins.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * The proposal behind a card, with its opening and its placement where there is one: for the case managers of the
 * person's organisation alone.
 * @throws DomainError not_found for everybody else.
 */
export async function ownProposal(tx: Tx, cardId: CardId) {
  const { actor } = tx
  if (actor.kind !== 'staff') notFound()
  authorise(tx, 'candidate.write', { orgId: actor.orgId })
  const own = and(eq(proposals.cardId, cardId), eq(proposals.orgId, actor.orgId))
  const [found] = await tx
    .select({
      proposal: proposals,
      card: cards,
      opening: openings,
      company: companies.name,
      code: candidates.code,
    })
    .from(proposals)
    .innerJoin(cards, eq(cards.id, proposals.cardId))
    .innerJoin(openings, eq(openings.id, proposals.openingId))
    .innerJoin(companies, eq(companies.id, proposals.companyId))
    .innerJoin(candidates, personProposed)
    .where(own)
    .for('update', { of: proposals })
  if (!found) notFound()
  const { orgId, candidateId, openingId } = found.proposal
  const [placement] = await tx
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.orgId, orgId),
        eq(placements.candidateId, candidateId),
        eq(placements.openingId, openingId),
      ),
    )
  return { ...found, placement: placement ?? null }
}
