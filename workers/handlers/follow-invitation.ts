import { enqueueMail } from '#app/domain/mails/enqueue-mail.server.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'
import { planCompanyAfter } from './plan-company.ts'

/** Something happened with an invitation to an event: what is to be sent, asked or thanked for follows from the rules. */
export const followInvitation: Handler<'event.invitation_changed'> = (event, effect) =>
  planCompanyAfter(event, effect, 'event_invitation', event.payload.invitationId)

/** A colleague hears of an event to which the organisation is invited, or that it is off. */
export const mailColleague: Handler<'event.colleague_told'> = ({ id, payload }, effect) =>
  effect('mail', (tx) =>
    enqueueMail(tx, {
      outboxId: id,
      template: 'event_for_colleagues',
      to: { userId: payload.userId as UserId },
      subject: { type: 'event', id: payload.eventId },
    }),
  )
