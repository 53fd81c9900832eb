import { z } from 'zod'
import { testimonialScopes } from './scopes.ts'

export const askTestimonialSchema = z.strictObject(
  { scope: z.enum(testimonialScopes, { error: 'testimonials_scope_missing' }) },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'testimonials_form_unknown' : undefined) },
)
