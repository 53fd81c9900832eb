import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { audit } from '../audit/record.server.ts'
import { guessedMinutes } from '../companies/interaction-kinds.ts'
import { lockCompany } from '../companies/lock-company.server.ts'
import { recordContact } from '../companies/record-contact.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { ContactId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import type { InvitationAnswer } from './event-kinds.ts'

type Invitation = typeof eventInvitations.$inferSelect
type Heard = {
  /** In writing, by the link of the mail or of the company's area; or on the telephone, noted by somebody of the network. */
  by: 'mail' | 'call'
  /** Who of the company said so, where that is known. */
  contactId: ContactId | null
  /** In whose diary it stands. */
  userId: UserId
  orgId: OrganisationId
}

/**
 * Keeps what a company answers to an invitation, as a contact with it: an answer ends the silence, a no as much as a yes. It
 * ends no other chase: of an open proposal nothing was said. Said twice it counts once; said otherwise, the last holds.
 */
export async function keepAnswer(
  tx: Tx,
  invitation: Invitation,
  answer: InvitationAnswer,
  { by, contactId, userId, orgId }: Heard,
): Promise<void> {
  const { id, companyId } = invitation
  const company = await lockCompany(tx, companyId)
  const [standing] = await tx.select().from(eventInvitations).where(eq(eventInvitations.id, id)).for('update')
  if (!standing || standing.answer === answer) return
  const outcome = answer === 'coming' ? 'positive' : 'neutral'
  let { answerInteractionId } = standing
  if (answerInteractionId) {
    await tx.update(interactions).set({ outcome, contactId }).where(eq(interactions.id, answerInteractionId))
    await keepScore(tx, companyId)
  } else {
    const minutes = by === 'call' ? guessedMinutes.call : 0
    const contact = { orgId, userId, contactId, kind: by, outcome, minutes, note: '' } as const
    answerInteractionId = await recordContact(tx, company, contact, { aside: true })
  }
  await tx
    .update(eventInvitations)
    .set({ answer, answeredAt: now(), answerInteractionId })
    .where(eq(eventInvitations.id, id))
  await audit(tx, { action: `event.${answer}`, subjectType: 'company', subjectId: companyId, orgId })
  await emit(tx, 'event.invitation_changed', { invitationId: id })
}
