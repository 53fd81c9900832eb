import { tellTestimonialAsker } from '#app/domain/follow-ups/tell-testimonial-asker.server.ts'
import type { Handler } from '../handler.ts'
import { planCompanyOf } from './plan-company.ts'

/** A company answered whether it would be a testimonial: whoever asked hears of it. */
export const tellAsker: Handler<'testimonial.answered'> = async ({ payload, actorId }, effect) => {
  await effect('tasks', (tx) => tellTestimonialAsker(tx, payload.testimonialId, actorId))
  await planCompanyOf(effect, 'testimonial', payload.testimonialId)
}
