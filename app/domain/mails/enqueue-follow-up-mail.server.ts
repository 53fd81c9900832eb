import { eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { handToPerson } from '../follow-ups/hand-to-person.server.ts'
import type { FollowUpId, OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { enqueueMail } from './enqueue-mail.server.ts'
import { isTemplate } from './letters.ts'

/** Leaves the mail of a planned message that still stands. Where there is nobody to write to, a person takes over. */
export async function enqueueFollowUpMail(
  tx: Tx,
  { outboxId, followUpId }: { outboxId: OutboxId; followUpId: FollowUpId },
): Promise<void> {
  const [row] = await tx.select().from(followUps).where(eq(followUps.id, followUpId)).for('update')
  if (row?.kind !== 'message' || row.state !== 'planned') return
  const { contactId, companyId, subjectType, subjectId, template } = row
  if (!contactId || !isTemplate(template)) return handToPerson(tx, followUpId)
  await enqueueMail(tx, {
    outboxId,
    template,
    to: { contactId, companyId },
    subject: { type: subjectType, id: subjectId },
    followUpId,
  })
}
