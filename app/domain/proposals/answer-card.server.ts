import { eq } from 'drizzle-orm'
import { cards } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CardAnswer } from './answer-card.schema.server.ts'
import { takeAnswer } from './take-answer.server.ts'

/**
 * Records the company's answer to a card, signed in or by its link: at once, or after a talk. What it has decided stands,
 * and the page shows it.
 * @throws DomainError gone when the card was withdrawn or ended, conflict when somebody decided otherwise before.
 */
export async function answerCard(tx: Tx, cardId: CardId, input: CardAnswer): Promise<void> {
  const [known] = await tx.select({ companyId: cards.companyId }).from(cards).where(eq(cards.id, cardId))
  if (!known) notFound()
  authorise(tx, 'card.answer', { companyId: known.companyId })
  const [card] = await tx.select().from(cards).where(eq(cards.id, cardId)).for('update')
  // A company can neither write to a card that is over nor lock it.
  if (!card) throw new DomainError('gone', 'proposals_card_gone')
  await takeAnswer(tx, card, input, tx.actor.kind === 'link' ? 'link' : 'hr_contact')
}
