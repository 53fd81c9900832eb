import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { testimonials } from '#db/schema/stories.ts'
import { audit } from '../audit/record.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { testimonialMove } from '../stories/states.ts'
import { loadTestimonialRow } from './load-testimonial-row.server.ts'

/**
 * The company is no longer available as a testimonial. Its stage stays: it did say yes, and a person may move it down.
 * @throws DomainError conflict when there is no yes to take back.
 */
export async function withdrawTestimonial(tx: Tx, testimonialId: string): Promise<void> {
  const row = await loadTestimonialRow(tx, testimonialId)
  if (!testimonialMove(row.state, 'withdrawn', 'hr_contact').ok) {
    throw new DomainError('conflict', 'testimonials_nothing_to_withdraw')
  }
  await writeWithdrawal(tx, testimonialId)
}

/** What follows from a yes taken back, whoever wrote it down: for commands that have locked the request and judged the move. */
export async function writeWithdrawal(tx: Tx, testimonialId: string): Promise<void> {
  await tx
    .update(testimonials)
    .set({ state: 'withdrawn', withdrawnAt: now() })
    .where(eq(testimonials.id, testimonialId))
  await audit(tx, { action: 'testimonial.withdrawn', subjectType: 'testimonial', subjectId: testimonialId })
}
