import { and, eq } from 'drizzle-orm'
import { testimonials } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** A request made to the actor's own company, locked until the command ends. @throws DomainError not_found for any other. */
export async function loadTestimonialRow(tx: Tx, testimonialId: string) {
  const { actor } = tx
  const own = actor.kind === 'hr' ? eq(testimonials.companyId, actor.companyId) : undefined
  const [row] = await tx
    .select()
    .from(testimonials)
    .where(and(eq(testimonials.id, testimonialId), own))
    .for('update')
  if (!row) notFound()
  authorise(tx, 'testimonial.answer', row)
  return row
}
