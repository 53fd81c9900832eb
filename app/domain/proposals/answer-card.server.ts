import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { cards } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CardAnswer } from './answer-card.schema.server.ts'

/**
 * Records the company's answer to a card. The same answer again changes nothing; another one after the first is
 * refused, and the page shows the one that stands.
 * @throws DomainError gone when the card was withdrawn or ended, conflict when somebody answered otherwise before.
 */
export async function answerCard(tx: Tx, cardId: CardId, input: CardAnswer): Promise<void> {
  const [card] = await tx.select().from(cards).where(eq(cards.id, cardId)).for('update')
  if (!card) notFound()
  authorise(tx, 'card.answer', { companyId: card.companyId })
  if (card.state === 'withdrawn' || card.state === 'expired')
    throw new DomainError('gone', 'proposals_card_gone')
  const reason = input.answer === 'not_now' ? (input.reason ?? null) : null
  if (card.state === 'answered') {
    if (card.answer === input.answer && card.notNowReason === reason) return
    throw new DomainError('conflict', 'proposals_already_answered')
  }
  const at = now()
  await tx
    .update(cards)
    .set({ state: 'answered', answer: input.answer, notNowReason: reason, answeredAt: at, openedAt: at })
    .where(and(eq(cards.id, cardId), eq(cards.state, 'sent')))
  await audit(tx, { action: 'card.answered', subjectType: 'card', subjectId: cardId })
  await emit(tx, 'card.answered', { cardId })
}
