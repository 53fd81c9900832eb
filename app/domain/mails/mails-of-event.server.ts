import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { devMailbox, mails } from '#db/schema/follow-ups.ts'
import { inboundMails } from '#db/schema/inbound-mails.ts'
import { DAY } from '../shared/durations.ts'
import type { OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { MailRow } from './prepare-mail.server.ts'

/** How long the record of a mail is kept (privacy.md, Retention). */
const KEPT = 90 * DAY

const UNFINISHED = ['pending', 'sending', 'failed', 'uncertain'] as const

/** The mails of an event that have not come to a good end: still to be sent, refused, or in doubt. */
export const unfinishedMails = (tx: Tx, outboxId: OutboxId): Promise<MailRow[]> =>
  tx
    .select()
    .from(mails)
    .where(and(eq(mails.outboxId, outboxId), inArray(mails.state, [...UNFINISHED])))
    .orderBy(asc(mails.createdAt), asc(mails.id))

/** Removes the records of mails that have been kept long enough, and what the mailbox of the demo still shows. */
export async function forgetOldMails(tx: Tx): Promise<void> {
  const before = new Date(now().getTime() - KEPT)
  await tx
    .delete(mails)
    .where(
      and(lt(mails.createdAt, before), inArray(mails.state, ['sent', 'failed', 'cancelled', 'uncertain'])),
    )
  await tx.delete(devMailbox).where(lt(devMailbox.at, before))
  await tx.delete(inboundMails).where(lt(inboundMails.receivedAt, before))
}
