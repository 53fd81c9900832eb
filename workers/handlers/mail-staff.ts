import { enqueueMail } from '#app/domain/mails/enqueue-mail.server.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/** Something needs a look: one mail to whoever looks after it, which says where to look and nothing of it. */
export const mailStaff =
  (
    template: 'audit_broken' | 'unusual_reading' | 'people_quiet' | 'glass_asked' | 'glass_broken',
  ): Handler<'audit.broken' | 'reading.unusual' | 'people.quiet' | 'glass.asked' | 'glass.broken'> =>
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
