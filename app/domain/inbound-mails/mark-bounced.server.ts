import { and, eq, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { audit } from '../audit/record.server.ts'
import { openTask } from '../follow-ups/open-task.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Ends our mails to an address that does not exist, and asks the lead for another one; once for each address. What is planned
 * for it goes to whoever else answers for the company.
 */
export async function markBounced(tx: Tx, { id, companyId }: typeof contacts.$inferSelect): Promise<void> {
  const marked = await tx
    .update(contacts)
    .set({ bouncedAt: now() })
    .where(and(eq(contacts.id, id), isNull(contacts.bouncedAt)))
    .returning({ id: contacts.id })
  if (marked.length === 0) return
  await emit(tx, 'company.plan_due', { companyId })
  await audit(tx, { action: 'contact.bounced', subjectType: 'company', subjectId: companyId })
  await openTask(tx, {
    rule: 'mail_bounced',
    subject: { type: 'company', id: companyId },
    companyId,
    contactId: id,
    title: 'inbound_task_bounced',
    to: 'lead',
  })
}
