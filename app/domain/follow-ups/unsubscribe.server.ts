import { and, eq, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { audit } from '../audit/record.server.ts'
import { system } from '../shared/actor.ts'
import type { ContactId } from '../shared/ids.ts'
import { withActor } from '../shared/with-actor.server.ts'
import { cancelMessagesTo } from './cancel-follow-ups.server.ts'

/**
 * Ends the automatic messages to a contact, those planned already included. The signed link is all it takes: no account,
 * no question. Doing it again changes nothing.
 */
export async function unsubscribe(contactId: ContactId): Promise<void> {
  await withActor(system('unsubscribe'), async (tx) => {
    const changed = await tx
      .update(contacts)
      .set({ unsubscribedAt: now() })
      .where(and(eq(contacts.id, contactId), isNull(contacts.unsubscribedAt)))
      .returning({ id: contacts.id })
    if (changed.length === 0) return
    await cancelMessagesTo(tx, contactId, 'unsubscribed')
    await audit(tx, { action: 'contact.unsubscribed', subjectType: 'contact', subjectId: contactId })
  })
}
