import { and, eq } from 'drizzle-orm'
import { testimonials } from '#db/schema/stories.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { guessedMinutes } from '../companies/interaction-kinds.ts'
import { lockCompany } from '../companies/lock-company.server.ts'
import { recordContact } from '../companies/record-contact.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { testimonialMove } from '../stories/states.ts'
import { writeAnswer } from './answer-testimonial.server.ts'
import type { HeardTestimonial } from './record-testimonial.schema.server.ts'
import { writeWithdrawal } from './withdraw-testimonial.server.ts'

/**
 * Writes down what a company said by voice about being a testimonial: a yes, a no, or that it takes its yes back. The talk in
 * which it was said is a contact like any other, with the words that were heard.
 * @throws DomainError not_found for another company's request, invalid without a note, conflict when it was answered meanwhile.
 */
export async function recordTestimonial(
  tx: Tx,
  companyId: CompanyId,
  { testimonialId, said, validity = 'open', kind, note }: HeardTestimonial,
): Promise<void> {
  const { orgId, userId, role } = actingStaff(tx, 'testimonial.record')
  if (role !== 'case_manager' && role !== 'coordinator') throw new DomainError('forbidden', 'forbidden')
  const company = await lockCompany(tx, companyId)
  const ofCompany = and(eq(testimonials.id, testimonialId), eq(testimonials.companyId, companyId))
  const [row] = await tx.select().from(testimonials).where(ofCompany).for('update')
  if (!row) notFound()
  const move = testimonialMove(row.state, said, role, note)
  if (!move.ok && move.why === 'note_needed')
    throw new DomainError('invalid', 'testimonials_heard_note_missing', 'note')
  if (!move.ok) throw new DomainError('conflict', 'testimonials_answered_already')
  const outcome = said === 'accepted' ? 'positive' : said === 'declined' ? 'neutral' : 'negative'
  const heardIn = await recordContact(tx, company, {
    orgId,
    userId,
    contactId: null,
    kind,
    outcome,
    minutes: guessedMinutes[kind],
    note,
    importKey: null,
  })
  if (said === 'withdrawn') await writeWithdrawal(tx, row.id)
  else await writeAnswer(tx, row, said, validity)
  await tx
    .update(testimonials)
    .set(said === 'withdrawn' ? { withdrawnIn: heardIn } : { answeredIn: heardIn })
    .where(eq(testimonials.id, row.id))
}
