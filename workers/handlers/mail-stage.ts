import { enqueueCardMail } from '#app/domain/mails/enqueue-card-mail.server.ts'
import type { StageTemplate } from '#app/domain/mails/stage-letter.server.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

type AboutStage = 'meeting.arranged' | 'meeting.called_off' | 'contract.sent'

/** Writes to the contact of a card that there is something to read, or that the meeting is off. */
export const mailStage =
  (template: StageTemplate): Handler<AboutStage> =>
  ({ id, payload }, effect) =>
    effect('mail', (tx) => enqueueCardMail(tx, { outboxId: id, template, cardId: payload.cardId as CardId }))
