import { enqueueCompanyMail } from '#app/domain/mails/enqueue-company-mail.server.ts'
import type { Handler } from '../handler.ts'

/** Asks a company to read the draft of its story. */
export const askApproval: Handler<'story.approval_asked'> = ({ id, payload }, effect) =>
  effect('mail', (tx) =>
    enqueueCompanyMail(tx, {
      outboxId: id,
      template: 'story_approval_asked',
      subject: { type: 'story', id: payload.storyId },
    }),
  )

/** Asks a company whether it would speak for the network. */
export const askTestimonial: Handler<'testimonial.asked'> = ({ id, payload }, effect) =>
  effect('mail', (tx) =>
    enqueueCompanyMail(tx, {
      outboxId: id,
      template: 'testimonial_asked',
      subject: { type: 'testimonial', id: payload.testimonialId },
    }),
  )
