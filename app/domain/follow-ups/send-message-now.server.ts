import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { nextSendTime } from '../calendar/working-days.server.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { messageToChange } from './message-to-change.server.ts'
import { releaseFollowUp } from './release-follow-ups.server.ts'

/**
 * Sends a planned message before its day: at once in sending hours, else at the first moment that is. Its reason and the
 * weekly limit are looked at when it leaves, as ever. `note` says in the reader's words that it was brought forward: the
 * rules then no longer move it.
 * @returns when it leaves.
 */
export async function sendMessageNow(tx: Tx, id: FollowUpId, note: string): Promise<Date> {
  await messageToChange(tx, id)
  const at = now()
  const leavesAt = nextSendTime(at)
  await tx.update(followUps).set({ dueAt: leavesAt, postponedReason: note }).where(eq(followUps.id, id))
  if (leavesAt <= at) await releaseFollowUp(tx, id)
  await audit(tx, { action: 'follow_up.brought_forward', subjectType: 'follow_up', subjectId: id })
  return leavesAt
}
