import { z } from 'zod'
import { notNowReasons } from './not-now-reasons.ts'

/** The answer of a company: one button, or one reason for "not now". No free text. */
export const answerCardSchema = z
  .strictObject({
    answer: z.enum(['interested', 'not_now', 'talk'], { error: 'proposals_answer_missing' }),
    reason: z.enum(notNowReasons, { error: 'proposals_reason_missing' }).optional(),
  })
  .refine((value) => value.answer !== 'not_now' || value.reason !== undefined, {
    path: ['reason'],
    error: 'proposals_reason_missing',
  })

export type CardAnswer = z.output<typeof answerCardSchema>
