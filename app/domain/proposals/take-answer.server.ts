import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { cards } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CardAnswer } from './answer-card.schema.server.ts'
import type { NotNowReason } from './not-now-reasons.ts'
import { cardMove, type CardMover, type CardState } from './states.ts'

type CardRow = typeof cards.$inferSelect

const answered = (answer: CardAnswer['answer'], reason: string | null | undefined): CardState =>
  answer === 'not_now'
    ? { state: 'answered', answer, reason: reason as NotNowReason }
    : { state: 'answered', answer }

const stateOf = ({ state, answer, notNowReason }: CardRow): CardState =>
  state === 'answered' && answer ? answered(answer, notNowReason) : ({ state } as CardState)

/**
 * Moves a locked card to an answer, where `by` may do so. The same answer again changes nothing. That they talk first
 * stays as a fact of its own when the decision comes after it.
 * @throws DomainError gone when the card is over, conflict when somebody has decided before.
 */
export async function takeAnswer(tx: Tx, card: CardRow, input: CardAnswer, by: CardMover): Promise<void> {
  const move = cardMove(stateOf(card), answered(input.answer, input.reason), by)
  if (!move.ok) {
    if (move.why === 'same_answer') return
    if (move.why === 'not_a_move') throw new DomainError('gone', 'proposals_card_gone')
    if (move.why === 'reason_needed') throw new DomainError('invalid', 'proposals_reason_missing', 'reason')
    throw new DomainError('conflict', 'proposals_already_answered')
  }
  const at = now()
  await tx
    .update(cards)
    .set({
      state: 'answered',
      answer: input.answer,
      notNowReason: input.answer === 'not_now' ? (input.reason ?? null) : null,
      answeredAt: at,
      openedAt: card.openedAt ?? at,
      talkedAt: input.answer === 'talk' ? at : card.talkedAt,
    })
    .where(and(eq(cards.id, card.id), eq(cards.state, card.state)))
  await audit(tx, { action: 'card.answered', subjectType: 'card', subjectId: card.id })
  await emit(tx, 'card.answered', { cardId: card.id })
}
