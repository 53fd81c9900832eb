import { and, asc, eq, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { mails } from '#db/schema/follow-ups.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { openMailTask } from './open-mail-task.server.ts'
import type { MailRow } from './prepare-mail.server.ts'

/** A security mail goes out a second time after a doubt, and no more. */
const MOST_SENDINGS = 2

/**
 * Nobody can tell whether this mail left. One that opens a door is sent once more: two links are better than none. Any
 * other is not, because a company written to twice is the worse mistake; a person is asked to look instead.
 */
export async function doubtMail(tx: Tx, mail: MailRow): Promise<void> {
  const again = mail.class === 'security' && mail.attempts < MOST_SENDINGS
  const settled = await tx
    .update(mails)
    .set({ state: again ? 'pending' : 'uncertain', leaseUntil: null, failure: 'uncertain' })
    .where(and(eq(mails.id, mail.id), eq(mails.state, 'sending'), eq(mails.attempts, mail.attempts)))
    .returning({ id: mails.id })
  if (settled.length > 0 && !again) await openMailTask(tx, mail, 'mail_uncertain')
}

/**
 * Settles the mails whose worker had time enough to say that they left and never did.
 * @returns how many.
 */
export async function settleDoubts(tx: Tx, limit: number): Promise<number> {
  const doubtful = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.state, 'sending'), lt(mails.leaseUntil, now())))
    .orderBy(asc(mails.leaseUntil))
    .limit(limit)
    .for('update', { skipLocked: true })
  for (const mail of doubtful) await doubtMail(tx, mail)
  return doubtful.length
}
