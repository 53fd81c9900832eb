import { z } from 'zod'
import { validities } from './validity.ts'

const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'testimonials_form_unknown' : undefined,
}
const testimonialId = z.uuid({ error: 'testimonials_form_unknown' })

export const answerTestimonialSchema = z.strictObject(
  {
    testimonialId,
    answer: z.enum(['accepted', 'declined'], { error: 'testimonials_answer_missing' }),
    validity: z.enum(validities, { error: 'testimonials_validity_missing' }).optional(),
  },
  strictly,
)
export const withdrawTestimonialSchema = z.strictObject({ testimonialId }, strictly)
