import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { ContactId, FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

const STOPPED = { state: 'cancelled' } as const

/** Cancels a follow-up that is still open. `why` is a code: the texts `follow_ups_why_<code>` say it in words. */
export async function cancelFollowUp(tx: Tx, id: FollowUpId, why: string): Promise<void> {
  await tx
    .update(followUps)
    .set({ ...STOPPED, why, doneAt: now() })
    .where(and(eq(followUps.id, id), eq(followUps.state, 'planned')))
}

/** Cancels every automatic message that is planned for a contact. */
export async function cancelMessagesTo(tx: Tx, contactId: ContactId, why: string): Promise<void> {
  await tx
    .update(followUps)
    .set({ ...STOPPED, why, doneAt: now() })
    .where(
      and(eq(followUps.contactId, contactId), eq(followUps.kind, 'message'), eq(followUps.state, 'planned')),
    )
}

/** Cancels the open tasks that a handler left about something, because it is settled. */
export async function cancelTasks(
  tx: Tx,
  { rule, subjectId, why }: { rule: string; subjectId: string; why: string },
): Promise<void> {
  await tx
    .update(followUps)
    .set({ ...STOPPED, why, doneAt: now() })
    .where(
      and(
        eq(followUps.ruleKey, rule),
        eq(followUps.subjectId, subjectId),
        eq(followUps.kind, 'task'),
        eq(followUps.state, 'planned'),
      ),
    )
}
