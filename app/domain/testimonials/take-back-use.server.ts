import { and, eq, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { testimonials, testimonialUses } from '#db/schema/stories.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import { userIdOf } from '../shared/actor.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'

/**
 * Takes back a use that was noted by mistake. It stays to be read, and leaves no trace in the score.
 * @throws DomainError not_found for another testimonial's, conflict when it is taken back already.
 */
export async function takeBackUse(tx: Tx, testimonialId: string, useId: string): Promise<void> {
  authorise(tx, 'testimonial.ask')
  const [testimonial] = await tx
    .select()
    .from(testimonials)
    .where(eq(testimonials.id, testimonialId))
    .for('update')
  if (!testimonial) notFound()
  const at = now()
  const own = and(eq(testimonialUses.id, useId), eq(testimonialUses.testimonialId, testimonialId))
  if ((await tx.$count(testimonialUses, own)) === 0) notFound()
  const taken = await tx
    .update(testimonialUses)
    .set({ takenBackAt: at, takenBackBy: userIdOf(tx.actor) })
    .where(and(own, isNull(testimonialUses.takenBackAt)))
    .returning({ id: testimonialUses.id })
  if (taken.length === 0) throw new DomainError('conflict', 'testimonials_use_taken_back_already')
  await tx
    .update(trustEvents)
    .set({ withdrawnAt: at })
    .where(and(eq(trustEvents.causeType, 'testimonial_use'), eq(trustEvents.causeId, useId)))
  await audit(tx, {
    action: 'testimonial.use_taken_back',
    subjectType: 'testimonial',
    subjectId: testimonialId,
  })
  await keepScore(tx, testimonial.companyId)
}
