import { and, eq, isNotNull } from 'drizzle-orm'
import { contacts } from '#db/schema/companies.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { system } from '../shared/actor.ts'
import type { ContactId } from '../shared/ids.ts'
import { withActor } from '../shared/with-actor.server.ts'

/** Whether a contact has ended our messages; false for one that is gone. */
export const hasUnsubscribed = (contactId: ContactId): Promise<boolean> =>
  withActor(system('unsubscribe'), async (tx) => {
    const count = await tx.$count(
      contacts,
      and(eq(contacts.id, contactId), isNotNull(contacts.unsubscribedAt)),
    )
    return count > 0
  })

/**
 * Begins the automatic messages to a contact again, as she asks by her own signed link. What was cancelled meanwhile stays
 * cancelled; her company is planned anew. Doing it again changes nothing.
 */
export async function resubscribe(contactId: ContactId): Promise<void> {
  await withActor(system('unsubscribe'), async (tx) => {
    const [changed] = await tx
      .update(contacts)
      .set({ unsubscribedAt: null })
      .where(and(eq(contacts.id, contactId), isNotNull(contacts.unsubscribedAt)))
      .returning({ companyId: contacts.companyId })
    if (!changed) return
    await audit(tx, { action: 'contact.resubscribed', subjectType: 'contact', subjectId: contactId })
    await emit(tx, 'company.plan_due', { companyId: changed.companyId })
  })
}
