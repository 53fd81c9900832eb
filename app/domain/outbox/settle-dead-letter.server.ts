import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { FollowUpId, OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

async function settle(tx: Tx, id: OutboxId, columns: Partial<typeof outbox.$inferInsert>): Promise<void> {
  const settled = await tx
    .update(outbox)
    .set(columns)
    .where(and(eq(outbox.id, id), eq(outbox.state, 'dead')))
    .returning({ id: outbox.id })
  if (settled.length === 0) throw new DomainError('conflict', 'mail_queue_settled_already')
}

/**
 * Gives a dead event its tries back. What of it has happened already does not happen again, but for a mail to somebody of
 * ours that did not, or may not, have arrived.
 * @throws DomainError conflict when somebody has settled it meanwhile.
 */
export async function retryDeadLetter(tx: Tx, id: OutboxId): Promise<void> {
  authorise(tx, 'accounts.manage')
  await asOurselves(tx, async () => {
    await settle(tx, id, {
      state: 'pending',
      attempts: 0,
      availableAt: now(),
      leaseUntil: null,
      doneAt: null,
    })
    // Nobody else was asked to see to whoever waits for it: this time it goes out again.
    await tx
      .update(mails)
      .set({ state: 'pending', attempts: 0, leaseUntil: null })
      .where(
        and(eq(mails.outboxId, id), isNull(mails.companyId), inArray(mails.state, ['failed', 'uncertain'])),
      )
  })
  await audit(tx, { action: 'event.retried', subjectType: 'event', subjectId: id })
}

/** The message that an event was to send, where it is the coming due of one. */
const ofEvent = (tx: Tx, id: OutboxId) =>
  tx
    .select({ id: sql<FollowUpId>`(${outbox.payload} ->> 'followUpId')::uuid` })
    .from(outbox)
    .where(and(eq(outbox.id, id), eq(outbox.topic, 'follow_up.due')))

/**
 * Gives an event up for good, with the reason beside its cause; its mails that have not left never will, and the
 * message that it was to send is no longer planned.
 * @throws DomainError conflict when somebody has settled it meanwhile.
 */
export async function discardDeadLetter(
  tx: Tx,
  { id, reason }: { id: OutboxId; reason: string },
): Promise<void> {
  authorise(tx, 'accounts.manage')
  await asOurselves(tx, async () => {
    await settle(tx, id, { state: 'done', failure: `discarded: ${reason}`, doneAt: now() })
    await tx
      .update(followUps)
      .set({ state: 'cancelled', why: 'discarded', doneAt: now() })
      .where(and(eq(followUps.state, 'planned'), inArray(followUps.id, ofEvent(tx, id))))
    await tx
      .update(mails)
      .set({ state: 'cancelled', failure: 'discarded' })
      .where(and(eq(mails.outboxId, id), eq(mails.state, 'pending')))
  })
  await audit(tx, { action: 'event.discarded', subjectType: 'event', subjectId: id })
}
