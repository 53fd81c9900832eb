import { enqueueCardMail } from '#app/domain/mails/enqueue-card-mail.server.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'
import { planCompanyAfter } from './plan-company.ts'

type AboutCard = 'card.sent' | 'card.withdrawn' | 'card.link_renewed'

/** Writes to the contact of a card that there is something to read, that it is over, or the link she asked for. */
export const mailCard =
  (template: 'card_new' | 'card_withdrawn' | 'card_link_renewed'): Handler<AboutCard> =>
  async (event, effect) => {
    const cardId = event.payload.cardId as CardId
    await effect('mail', (tx) => enqueueCardMail(tx, { outboxId: event.id, template, cardId }))
    await planCompanyAfter(event, effect, 'card', cardId)
  }
