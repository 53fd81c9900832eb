import { asc, eq } from 'drizzle-orm'
import { cardAttributes, cards } from '#db/schema/proposals.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import type { CardAttribute } from '../disclosure/card-attributes.ts'
import { stageOne, type StageOne } from '../disclosure/stage-one.ts'
import { notFound } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * A card as its company sees it. A card that was withdrawn or ended shows nothing of the person any more.
 * @throws DomainError not_found for a card of another company.
 */
export async function readCard(tx: Tx, cardId: CardId): Promise<StageOne> {
  const [row] = await tx
    .select({
      cardId: cards.id,
      companyId: cards.companyId,
      openingId: cards.openingId,
      openingTitle: openings.title,
      openingKind: openings.kind,
      week: cards.week,
      state: cards.state,
      answer: cards.answer,
      notNowReason: cards.notNowReason,
    })
    .from(cards)
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .where(eq(cards.id, cardId))
  if (!row) notFound()
  const { companyId, ...card } = row
  authorise(tx, 'card.answer', { companyId })
  const attributes = await tx
    .select({ attribute: cardAttributes.attribute, value: cardAttributes.value })
    .from(cardAttributes)
    .where(eq(cardAttributes.cardId, cardId))
    .orderBy(asc(cardAttributes.attribute), asc(cardAttributes.value))
  return stageOne({
    ...card,
    openingKind: card.openingKind ?? 'job',
    attributes: attributes as CardAttribute[],
  })
}
