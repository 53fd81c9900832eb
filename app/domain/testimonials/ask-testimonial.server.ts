import { and, eq, inArray } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { testimonials } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { maySpeak } from '../stories/states.ts'
import type { TestimonialScope } from './scopes.ts'

/**
 * Asks a company to speak for the network; whoever asks is the person through whom it came, with her organisation.
 * @returns the request's id.
 * @throws DomainError conflict while a request waits or stands, refused where the company can't be asked.
 */
export async function askTestimonial(tx: Tx, companyId: CompanyId, scope: TestimonialScope): Promise<string> {
  authorise(tx, 'testimonial.ask')
  if (tx.actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  // Whoever comes second waits here, and then finds the first one's request.
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId)).for('update')
  if (!company) notFound()
  if (company.doNotContact) throw new DomainError('refused', 'testimonials_company_not_contacted')
  if (company.verification !== 'verified')
    throw new DomainError('refused', 'testimonials_company_not_verified')
  const at = now()
  const requests = await tx
    .select({ state: testimonials.state, validUntil: testimonials.validUntil })
    .from(testimonials)
    .where(and(eq(testimonials.companyId, companyId), inArray(testimonials.state, ['asked', 'accepted'])))
  // A yes that has run out may be asked for again.
  const standing = requests.find((request) => request.state === 'asked' || maySpeak(request, at))
  if (standing) {
    const why = standing.state === 'asked' ? 'testimonials_already_asked' : 'testimonials_already_accepted'
    throw new DomainError('conflict', why)
  }
  const id = newId<string>()
  const { userId: throughUserId, orgId: throughOrgId } = tx.actor
  await tx
    .insert(testimonials)
    .values({ id, companyId, state: 'asked', scope, throughUserId, throughOrgId, askedAt: at })
  await audit(tx, { action: 'testimonial.asked', subjectType: 'testimonial', subjectId: id })
  await emit(tx, 'testimonial.asked', { testimonialId: id })
  return id
}
