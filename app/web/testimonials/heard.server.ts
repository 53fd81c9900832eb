import { getZodConstraint } from '@conform-to/zod/v4'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { TestimonialState } from '#app/domain/stories/states.ts'
import { recordTestimonialSchema } from '#app/domain/testimonials/record-testimonial.schema.server.ts'
import { recordTestimonial } from '#app/domain/testimonials/record-testimonial.server.ts'
import type { HeardFormData } from '#app/ui/testimonials/HeardForm.tsx'
import type { ActionCall } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'
import { newFormKey } from '../form-key.server.ts'

type Request = { id: string; state: TestimonialState; speaks: boolean }

/** The form for what a company says by voice about one request; null where there is nothing more to say. */
export function heardForm({ id, state, speaks }: Request): HeardFormData | null {
  if (state !== 'asked' && !speaks) return null
  return {
    testimonialId: id,
    about: speaks ? 'withdrawal' : 'answer',
    formKey: newFormKey(),
    constraint: getZodConstraint(recordTestimonialSchema),
  }
}

/** Writes down what was heard, and comes back to the page. */
export async function actOnHeard({ tx, parse, url }: ActionCall & { tx: Tx }, companyId: CompanyId) {
  await recordTestimonial(tx, companyId, parse(recordTestimonialSchema))
  return redirectTo(url.pathname, { flash: 'testimonials_heard' })
}
