import { enqueueMail } from '#app/domain/mails/enqueue-mail.server.ts'
import type { Template } from '#app/domain/mails/letters.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

type AboutAccount = 'account.sign_in_link_asked' | 'account.invited'

/** Mails somebody the link that lets her in. */
export const mailAccount =
  (template: Extract<Template, 'sign_in_link' | 'invite'>): Handler<AboutAccount> =>
  ({ id, payload }, effect) =>
    effect('mail', (tx) => {
      const userId = payload.userId as UserId
      return enqueueMail(tx, {
        outboxId: id,
        template,
        to: { userId },
        subject: { type: 'account', id: userId },
      })
    })
