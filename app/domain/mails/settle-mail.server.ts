import { and, eq, inArray } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { cancelFollowUp } from '../follow-ups/cancel-follow-ups.server.ts'
import { handToPerson } from '../follow-ups/hand-to-person.server.ts'
import { readdressMessage } from '../follow-ups/readdress-message.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Template } from './letters.ts'
import { openMailTask } from './open-mail-task.server.ts'
import type { MailRow } from './prepare-mail.server.ts'

/** Which mail, and which try of it: what an older try learns too late is not written over a newer one. */
type Try = { mail: MailRow; attempt: number }

const thatTry = ({ mail, attempt }: Try) => and(eq(mails.id, mail.id), eq(mails.attempts, attempt))

/** The server took it. A doubt that came up in the meantime is dispelled; its task is left for a person to close. */
export async function recordSent(tx: Tx, { mail, attempt }: Try): Promise<void> {
  const at = now()
  const sent = await tx
    .update(mails)
    .set({ state: 'sent', sentAt: at, leaseUntil: null, failure: null })
    .where(and(thatTry({ mail, attempt }), inArray(mails.state, ['sending', 'uncertain'])))
    .returning({ id: mails.id })
  if (sent.length > 0 && mail.followUpId) {
    await tx
      .update(followUps)
      .set({ state: 'done', doneAt: at })
      .where(and(eq(followUps.id, mail.followUpId), eq(followUps.state, 'planned')))
  }
}

/** It certainly did not leave: it waits for the next try. */
export async function returnMail(tx: Tx, { mail, attempt }: Try, cause: string): Promise<void> {
  await tx
    .update(mails)
    .set({ state: 'pending', leaseUntil: null, failure: cause })
    .where(and(thatTry({ mail, attempt }), eq(mails.state, 'sending')))
}

/** The server refused it for good: a person finds another way. */
export async function refuseMail(tx: Tx, { mail, attempt }: Try, cause: string): Promise<void> {
  const failed = await tx
    .update(mails)
    .set({ state: 'failed', leaseUntil: null, failure: cause })
    .where(and(thatTry({ mail, attempt }), eq(mails.state, 'sending')))
    .returning({ id: mails.id })
  if (failed.length === 0) return
  if (mail.followUpId) await cancelFollowUp(tx, mail.followUpId, 'mail_refused')
  await openMailTask(tx, mail, 'mail_refused')
}

const SENT_BY_A_PERSON: readonly string[] = [
  'card_new',
  'opening_question',
  'event_invitation',
] satisfies Template[]

/** The contact has left, or her address takes no mail: others at the company may still be written to. */
const NOT_REACHED: readonly string[] = ['no_address', 'address_bounced']

/** Its reason is gone. What a person sent on purpose is not dropped in silence: she hears that it did not leave. */
export async function cancelMail(tx: Tx, mail: MailRow, why: string): Promise<void> {
  const cancelled = await tx
    .update(mails)
    .set({ state: 'cancelled', failure: why })
    .where(and(eq(mails.id, mail.id), eq(mails.state, 'pending')))
    .returning({ id: mails.id })
  if (cancelled.length === 0) return
  if (mail.followUpId && NOT_REACHED.includes(why)) return readdressMessage(tx, mail.followUpId)
  if (mail.followUpId) await cancelFollowUp(tx, mail.followUpId, why)
  const unwritten = [...NOT_REACHED, 'unsubscribed', 'do_not_contact'].includes(why)
  if (SENT_BY_A_PERSON.includes(mail.template) && unwritten) await openMailTask(tx, mail, 'mail_not_written')
}

/** The contact has had her messages of the week: the lead gets a task in its place. */
export async function giveToPerson(tx: Tx, mail: MailRow): Promise<void> {
  await tx
    .update(mails)
    .set({ state: 'cancelled', failure: 'weekly_limit' })
    .where(and(eq(mails.id, mail.id), eq(mails.state, 'pending')))
  if (mail.followUpId) await handToPerson(tx, mail.followUpId)
}
