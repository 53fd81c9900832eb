import { creditAnswer } from '#app/domain/follow-ups/judge-answer.server.ts'
import { enqueueAnswerMails } from '#app/domain/mails/enqueue-card-mail.server.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'
import { planCompanyAfter } from './plan-company.ts'

/**
 * A card was answered: the reminders end, the case manager's day gets what follows from the answer, the company is
 * thanked, and an answer in good time counts in its trust.
 */
export const answerCard: Handler<'card.answered'> = async (event, effect) => {
  const cardId = event.payload.cardId as CardId
  await planCompanyAfter(event, effect, 'card', cardId)
  await effect('mail', (tx) => enqueueAnswerMails(tx, { outboxId: event.id, cardId }))
  await effect('trust', (tx) => creditAnswer(tx, cardId))
}
