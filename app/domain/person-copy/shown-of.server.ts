import { and, asc, eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, disclosures, proposals } from '#db/schema/proposals.ts'
import type { CardAttribute, CardAttributeName } from '../disclosure/card-attributes.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type Shown = {
  at: Date
  company: string
  opening: string
  state: (typeof cards.$inferSelect)['state']
  answer: (typeof cards.$inferSelect)['answer']
  attributes: CardAttribute[]
}

/** Every card of a person: to which company it went, for what, and what it showed. */
export async function shownOf(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<Shown[]> {
  const sent = await tx
    .select({
      cardId: cards.id,
      at: proposals.at,
      company: companies.name,
      opening: openings.title,
      state: cards.state,
      answer: cards.answer,
    })
    .from(proposals)
    .innerJoin(cards, eq(cards.id, proposals.cardId))
    .innerJoin(companies, eq(companies.id, proposals.companyId))
    .innerJoin(openings, eq(openings.id, proposals.openingId))
    .where(and(eq(proposals.orgId, orgId), eq(proposals.candidateId, candidateId)))
    .orderBy(asc(proposals.at))
  const attributes = await tx
    .select({ cardId: disclosures.cardId, attribute: disclosures.attribute, value: disclosures.value })
    .from(disclosures)
    .where(and(eq(disclosures.orgId, orgId), eq(disclosures.candidateId, candidateId)))
  return sent.map(({ cardId, ...card }) => ({
    ...card,
    attributes: attributes
      .filter((one) => one.cardId === cardId)
      .map(({ attribute, value }) => ({ attribute: attribute as CardAttributeName, value })),
  }))
}
