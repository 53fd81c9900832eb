import { z } from 'zod'
import { chosenId, strictly } from '../shared/form-fields.schema.server.ts'

/** A question as it will be mailed, read and changed by whoever sends it. */
export const sendQuestionSchema = z.strictObject(
  {
    contactId: chosenId('questions_contact_missing'),
    subject: z
      .string({ error: 'questions_subject_missing' })
      .trim()
      .min(8, { error: 'questions_subject_missing' })
      .max(80, { error: 'questions_subject_long' })
      .regex(/^[^\r\n]*$/, { error: 'questions_subject_long' }),
    body: z
      .string({ error: 'questions_body_missing' })
      .trim()
      .min(40, { error: 'questions_body_missing' })
      .max(2_000, { error: 'questions_body_long' }),
  },
  strictly,
)

export type QuestionToSend = z.output<typeof sendQuestionSchema>
