import { z } from 'zod'
import { interactionKinds } from '../companies/interaction-kinds.ts'
import { chosenId, words } from '../shared/form-fields.schema.server.ts'
import { validities } from './validity.ts'

/** What a company said by voice about being a testimonial, how, and what exactly. */
export const recordTestimonialSchema = z
  .strictObject(
    {
      testimonialId: chosenId('testimonials_form_unknown'),
      said: z.enum(['accepted', 'declined', 'withdrawn'], { error: 'testimonials_answer_missing' }),
      validity: z.enum(validities, { error: 'testimonials_validity_missing' }).optional(),
      kind: z.enum(interactionKinds, { error: 'relationship_kind_missing' }),
      note: words(1_000, 'testimonials_heard_note_missing'),
    },
    {
      error: (issue: { code?: string }) =>
        issue.code === 'unrecognized_keys' ? 'testimonials_form_unknown' : undefined,
    },
  )
  // A yes has an end, or was said to have none: nobody decides that for the company.
  .refine(({ said, validity }) => said !== 'accepted' || validity !== undefined, {
    path: ['validity'],
    error: 'testimonials_validity_missing',
  })

export type HeardTestimonial = z.output<typeof recordTestimonialSchema>
