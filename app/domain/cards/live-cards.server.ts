import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CandidateId, CardId, CompanyId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { endStages } from './end-stages.server.ts'

/** A card that a company still reads, and whose it is. */
export type LiveCard = {
  cardId: CardId
  orgId: OrganisationId
  candidateId: CandidateId
  openingId: OpeningId
  companyId: CompanyId
}

/**
 * The live cards for which `which` holds (a condition on proposals, cards, openings and companies), locked in the order
 * of their ids. Who asks may be a company or a coordinator, to whom persons are hidden: the rows stay in the domain.
 */
export const liveCards = (tx: Tx, which: SQL | undefined): Promise<LiveCard[]> =>
  asOurselves(tx, () =>
    tx
      .select({
        cardId: cards.id,
        orgId: proposals.orgId,
        candidateId: proposals.candidateId,
        openingId: cards.openingId,
        companyId: cards.companyId,
      })
      .from(cards)
      .innerJoin(proposals, eq(proposals.cardId, cards.id))
      .innerJoin(openings, eq(openings.id, cards.openingId))
      .innerJoin(companies, eq(companies.id, cards.companyId))
      .where(and(inArray(cards.state, ['sent', 'answered']), which))
      .orderBy(cards.id)
      .for('update', { of: cards }),
  )

/**
 * Withdraws live cards, with the meetings and contracts that rest on them: from the commit on their companies read nothing
 * of them. The audit row joins the chain of the organisation that proposed, whoever caused it.
 */
export async function withdrawLive(tx: Tx, live: readonly LiveCard[]): Promise<CardId[]> {
  const withdrawn = live.map(({ cardId }) => cardId)
  if (withdrawn.length === 0) return []
  await asOurselves(tx, () =>
    tx.update(cards).set({ state: 'withdrawn' }).where(inArray(cards.id, withdrawn)),
  )
  await endStages(tx, { cardIds: withdrawn, why: 'card' })
  for (const { cardId, orgId } of live) {
    await audit(tx, { action: 'card.withdrawn', subjectType: 'card', subjectId: cardId, orgId })
    await emit(tx, 'card.withdrawn', { cardId })
  }
  return withdrawn
}
