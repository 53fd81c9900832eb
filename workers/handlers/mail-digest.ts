import { enqueueMail } from '#app/domain/mails/enqueue-mail.server.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/** Something new waits in a case manager's day: one mail that says how much, and nothing of it. */
export const mailDigest: Handler<'matches.digest_due'> = ({ id, payload }, effect) =>
  effect('mail', (tx) => {
    const userId = payload.userId as UserId
    return enqueueMail(tx, {
      outboxId: id,
      template: 'new_matches',
      to: { userId },
      subject: { type: 'account', id: userId },
    })
  })
