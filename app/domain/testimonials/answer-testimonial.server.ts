import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { testimonials } from '#db/schema/stories.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { testimonialMove } from '../stories/states.ts'
import { moveStageByFact } from '../trust/move-stage.server.ts'
import { loadTestimonialRow } from './load-testimonial-row.server.ts'
import { endOf, type Validity } from './validity.ts'

/**
 * The company says yes, for as long as it likes, or no. A yes moves it up the ladder; the score moves only when it has
 * actually spoken.
 * @throws DomainError conflict when the request has been answered or taken back.
 */
export async function answerTestimonial(
  tx: Tx,
  testimonialId: string,
  answer: 'accepted' | 'declined',
  validity: Validity = 'open',
): Promise<void> {
  const row = await loadTestimonialRow(tx, testimonialId)
  if (!testimonialMove(row.state, answer, 'hr_contact').ok) {
    throw new DomainError('conflict', 'testimonials_answered_already')
  }
  await writeAnswer(tx, row, answer, validity)
}

/** What follows from an answer, whoever wrote it down: for commands that have locked the request and judged the move. */
export async function writeAnswer(
  tx: Tx,
  { id: testimonialId, companyId }: { id: string; companyId: CompanyId },
  answer: 'accepted' | 'declined',
  validity: Validity,
): Promise<void> {
  const at = now()
  const validUntil = answer === 'accepted' ? endOf(validity, at) : null
  await tx
    .update(testimonials)
    .set({ state: answer, answeredAt: at, validUntil })
    .where(eq(testimonials.id, testimonialId))
  await audit(tx, { action: `testimonial.${answer}`, subjectType: 'testimonial', subjectId: testimonialId })
  await emit(tx, 'testimonial.answered', { testimonialId })
  if (answer === 'accepted') await moveStageByFact(tx, companyId, 'testimonial_accepted')
}
