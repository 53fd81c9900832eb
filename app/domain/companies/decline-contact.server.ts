import { eq, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companyPeople, contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockAccessRequest } from './access-requests.server.ts'

/** Unless a contact of that name is left. */
const forgetName = (tx: Tx, companyId: CompanyId, name: string) =>
  tx.execute(sql`delete from ${companyPeople} p
    where p.company_id = ${companyId} and p.name_key = app.person_key(${name}) and not exists (
      select 1 from ${contacts} c where c.company_id = p.company_id and app.person_key(c.name) = p.name_key)`)

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
  const [gone] = await tx
    .delete(contacts)
    .where(eq(contacts.id, contactId))
    .returning({ name: contacts.name })
  if (gone) await asOurselves(tx, () => forgetName(tx, companyId, gone.name))
  await audit(tx, { action: 'contact.declined', subjectType: 'company', subjectId: companyId })
}
