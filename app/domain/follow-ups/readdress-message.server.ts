import { and, eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { readersOf } from '../contacts/who-answers.server.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { addresseeOf } from './addressee.ts'
import { handToPerson } from './hand-to-person.server.ts'

/**
 * A message that did not leave because our mails do not reach its contact: it comes due anew for whoever else answers for
 * the company, or a person takes over; also where somebody wrote its words for that one contact. For the caller that has just given up its mail, in the same transaction.
 */
export async function readdressMessage(tx: Tx, id: FollowUpId): Promise<void> {
  const [row] = await tx
    .select()
    .from(followUps)
    .where(and(eq(followUps.id, id), eq(followUps.state, 'planned')))
    .for('update')
  if (!row) return
  const contactId = addresseeOf(await readersOf(tx, row.companyId), row)
  if (!contactId || row.ownTexts) return handToPerson(tx, id)
  await tx.update(followUps).set({ contactId, releasedAt: null }).where(eq(followUps.id, id))
}
