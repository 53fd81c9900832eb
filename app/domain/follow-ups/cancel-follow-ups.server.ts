import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { ContactId, FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { endOfSeries } from './cadence.ts'
import { defaultRule } from './rules.ts'

const STOPPED = { state: 'cancelled' } as const

/** Cancels a follow-up that is still open. `why` is a code: the texts `follow_ups_why_<code>` say it in words. */
export async function cancelFollowUp(tx: Tx, id: FollowUpId, why: string): Promise<void> {
  await tx
    .update(followUps)
    .set({ ...STOPPED, why, doneAt: now() })
    .where(and(eq(followUps.id, id), eq(followUps.state, 'planned')))
}

/** Why the turns after one that was taken up again are off: they come back once it is settled. */
export const REOPENED = 'reopened'

type Turn = Pick<typeof followUps.$inferSelect, 'ruleKey' | 'subjectType' | 'subjectId' | 'occurrence'>

/** Cancels the open turns of a repeating rule that come after this one in its series. */
export async function cancelTurnsAfter(tx: Tx, { ruleKey, subjectType, subjectId, occurrence }: Turn) {
  if (ruleKey === null || !defaultRule(ruleKey)?.repeat) return
  await tx
    .update(followUps)
    .set({ ...STOPPED, why: REOPENED, doneAt: now() })
    .where(
      and(
        eq(followUps.ruleKey, ruleKey),
        eq(followUps.subjectType, subjectType),
        eq(followUps.subjectId, subjectId),
        gt(followUps.occurrence, occurrence),
        lt(followUps.occurrence, endOfSeries(occurrence)),
        eq(followUps.state, 'planned'),
        isNull(followUps.releasedAt),
      ),
    )
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
