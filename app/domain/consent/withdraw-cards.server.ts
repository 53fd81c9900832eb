import { and, eq, inArray } from 'drizzle-orm'
import { cards, proposals } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CandidateId, CardId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { consentStands } from './standing-consent.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Withdraws every card of a person for which her consent no longer stands: to be in the engine at all, and to this very
 * opening. From the commit on the company reads nothing of it.
 * @returns the cards that were withdrawn.
 */
export async function withdrawCards(tx: Tx, person: Person): Promise<CardId[]> {
  const live = await tx
    .select({ cardId: cards.id, openingId: cards.openingId })
    .from(proposals)
    .innerJoin(cards, eq(cards.id, proposals.cardId))
    .where(
      and(
        eq(proposals.orgId, person.orgId),
        eq(proposals.candidateId, person.candidateId),
        inArray(cards.state, ['sent', 'answered']),
      ),
    )
    .orderBy(cards.id)
    .for('update', { of: cards })
  const inEngine = await consentStands(tx, person, 'matching', null)
  const withdrawn: CardId[] = []
  for (const { cardId, openingId } of live) {
    if (inEngine && (await consentStands(tx, person, 'opening', openingId))) continue
    await tx.update(cards).set({ state: 'withdrawn' }).where(eq(cards.id, cardId))
    await audit(tx, { action: 'card.withdrawn', subjectType: 'card', subjectId: cardId, orgId: person.orgId })
    await emit(tx, 'card.withdrawn', { cardId })
    withdrawn.push(cardId)
  }
  return withdrawn
}
