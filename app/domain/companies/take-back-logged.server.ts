import { and, eq, inArray, or } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { testimonials } from '#db/schema/stories.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockCompany } from './lock-company.server.ts'
import { takeBackContact } from './take-back-contact.server.ts'
import { takeBackFault } from './take-back-rules.ts'

/**
 * Takes back a contact that its author, or a coordinator, says was logged by mistake.
 * @throws DomainError not_found for another company's or one that is gone already, refused with the reason.
 */
export async function takeBackLogged(tx: Tx, companyId: CompanyId, interactionId: string): Promise<void> {
  const actor = actingStaff(tx, 'company.relate')
  await lockCompany(tx, companyId)
  const [contact] = await readContacts(tx, companyId, [interactionId])
  if (!contact) notFound()
  const fault = takeBackFault(actor, contact, now())
  if (fault) throw new DomainError('refused', `relationship_take_back_${fault}`)
  await takeBackContact(tx, companyId, interactionId)
}

/** Which of these contacts the actor may take back: the ones that offer it. */
export async function mayBeTakenBack(
  tx: Tx,
  companyId: CompanyId,
  ids: readonly string[],
): Promise<Set<string>> {
  const actor = actingStaff(tx, 'company.relate')
  const at = now()
  const contacts = await readContacts(tx, companyId, ids)
  return new Set(contacts.filter((one) => !takeBackFault(actor, one, at)).map(({ id }) => id))
}

async function readContacts(tx: Tx, companyId: CompanyId, wanted: readonly string[]) {
  if (wanted.length === 0) return []
  const ids = [...wanted]
  const { id, userId, createdAt, kind, minutes } = interactions
  const { answerInteractionId: answer, attendanceInteractionId: attendance } = eventInvitations
  const { answeredIn, withdrawnIn } = testimonials
  const contacts = await tx
    .select({ id, userId, createdAt, kind, minutes })
    .from(interactions)
    .where(and(eq(interactions.companyId, companyId), inArray(id, ids)))
  const heard = await tx
    .select({ answeredIn, withdrawnIn })
    .from(testimonials)
    .where(
      and(eq(testimonials.companyId, companyId), or(inArray(answeredIn, ids), inArray(withdrawnIn, ids))),
    )
  const ofTestimonials = new Set(heard.flatMap((one) => [one.answeredIn, one.withdrawnIn]))
  const heldBy = await tx
    .select({ answer, attendance })
    .from(eventInvitations)
    .where(and(eq(eventInvitations.companyId, companyId), or(inArray(answer, ids), inArray(attendance, ids))))
  const ofEvents = new Set(heldBy.flatMap((invitation) => [invitation.answer, invitation.attendance]))
  return contacts.map((contact) => ({
    ...contact,
    ofEvent: ofEvents.has(contact.id),
    ofTestimonial: ofTestimonials.has(contact.id),
    // Whoever logs a contact spends a minute at least.
    received: contact.kind === 'mail' && contact.minutes === 0,
  }))
}
