import { enqueueCompanyMail } from '#app/domain/mails/enqueue-company-mail.server.ts'
import { enqueueQuestionMail } from '#app/domain/mails/enqueue-question-mail.server.ts'
import type { QuestionId } from '#app/domain/shared/ids.ts'
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

/** Asks a company whether one thing of its opening could change, in the words of whoever asked. */
export const askAboutOpening: Handler<'opening.question_asked'> = ({ id, payload }, effect) =>
  effect('mail', (tx) =>
    enqueueQuestionMail(tx, { outboxId: id, questionId: payload.questionId as QuestionId }),
  )
