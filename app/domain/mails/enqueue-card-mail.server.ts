import { eq } from 'drizzle-orm'
import { cards, proposals } from '#db/schema/proposals.ts'
import type { CardId, OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { enqueueMail } from './enqueue-mail.server.ts'
import type { Template } from './letters.ts'

type OfCard = { outboxId: OutboxId; cardId: CardId }

/** Leaves a mail to the contact that a card was sent to. */
export async function enqueueCardMail(
  tx: Tx,
  { outboxId, cardId, template }: OfCard & { template: Template },
): Promise<void> {
  const [card] = await tx
    .select({ contactId: cards.contactId, companyId: cards.companyId })
    .from(cards)
    .where(eq(cards.id, cardId))
  if (card) await enqueueMail(tx, { outboxId, template, to: card, subject: { type: 'card', id: cardId } })
}

/**
 * Leaves what an answer brings: a word to who proposed, and to the company its thanks. Those for a "not now" come by the
 * rule, which the coordinators may change.
 */
export async function enqueueAnswerMails(tx: Tx, { outboxId, cardId }: OfCard): Promise<void> {
  const [row] = await tx
    .select({ answer: cards.answer, companyId: cards.companyId, proposedBy: proposals.proposedBy })
    .from(cards)
    .innerJoin(proposals, eq(proposals.cardId, cards.id))
    .where(eq(cards.id, cardId))
  if (!row) return
  await enqueueMail(tx, {
    outboxId,
    template: 'staff_notice',
    to: { userId: row.proposedBy, companyId: row.companyId },
    subject: { type: 'card', id: cardId },
  })
  if (row.answer !== 'not_now') await enqueueCardMail(tx, { outboxId, cardId, template: 'answer_thanks' })
}
