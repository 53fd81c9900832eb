import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockAccessRequest } from './access-requests.server.ts'

/**
 * Turns down somebody who asked to enter a company's area. Nothing is written to her, and what she typed is forgotten: of a
 * stranger we keep no name. The reason stays with the task.
 * @throws DomainError not_found where another organisation leads the company, conflict when it was answered already.
 */
export async function declineContact(
  tx: Tx,
  companyId: CompanyId,
  { contactId, reason }: { contactId: ContactId; reason: string },
): Promise<void> {
  const { taskId } = await lockAccessRequest(tx, companyId, contactId)
  await tx
    .update(followUps)
    .set({
      ...{ state: 'skipped', postponedReason: reason, contactId: null },
      ...{ doneAt: now(), doneBy: userIdOf(tx.actor) },
    })
    .where(eq(followUps.id, taskId))
  await tx.delete(contacts).where(eq(contacts.id, contactId))
  await audit(tx, { action: 'contact.declined', subjectType: 'company', subjectId: companyId })
}
