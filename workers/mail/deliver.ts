import { unsubscribeLink } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import { addresses } from '#app/domain/mails/addresses.server.ts'
import { claimMail } from '#app/domain/mails/claim-mail.server.ts'
import { doubtMail } from '#app/domain/mails/doubt-mail.server.ts'
import { unsettledMails } from '#app/domain/mails/mails-of-event.server.ts'
import { prepareMail, type MailRow } from '#app/domain/mails/prepare-mail.server.ts'
import type { Recipient } from '#app/domain/mails/recipient.ts'
import {
  cancelMail,
  giveToPerson,
  recordSent,
  refuseMail,
  returnMail,
} from '#app/domain/mails/settle-mail.server.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { log } from '#app/platform/log.server.ts'
import { MailNotSent, sendMail, type OutgoingMail } from '#app/platform/mailer.server.ts'
import { crashPoint } from '../faults.ts'
import { asWorker } from '../worker-actor.ts'
import { compose } from './compose.ts'

/** RFC 8058: the reader's mail program may end our messages by itself, with one POST to this address. */
const oneClick = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/**
 * Sends the mails of an event that have not come to an end.
 * @returns when to look again, because another worker may still be sending one of them; null when all are settled.
 * @throws MailNotSent when one waits for its next try.
 */
export async function deliverMailsOf(outboxId: OutboxId, lease: number): Promise<Date | null> {
  const mails = await asWorker((tx) => unsettledMails(tx, outboxId))
  if (mails.length === 0) return null
  for (const mail of mails) {
    if (mail.state === 'pending') await deliver(mail, lease)
    else if (!isUnderWay(mail)) await asWorker((tx) => doubtMail(tx, mail))
  }
  const [left] = await asWorker((tx) => unsettledMails(tx, outboxId))
  if (!left) return null
  return isUnderWay(left) && left.leaseUntil ? left.leaseUntil : now()
}

const isUnderWay = ({ state, leaseUntil }: MailRow): boolean =>
  state === 'sending' && leaseUntil !== null && leaseUntil > now()

/** Read again, put into words, claimed, sent, recorded: no transaction is open while the server is spoken to. */
async function deliver(mail: MailRow, lease: number): Promise<void> {
  const prepared = await asWorker((tx) => prepareMail(tx, mail))
  if ('stop' in prepared) return asWorker((tx) => cancelMail(tx, mail, prepared.stop))
  const { recipient, letter } = prepared
  const unsubscribeUrl = recipient.contactId ? addresses.signed(unsubscribeLink(recipient.contactId)) : null
  const words = await compose({ ...recipient, unsubscribeUrl }, letter)
  const claim = await asWorker((tx) => claimMail(tx, mail, lease))
  if (claim === 'taken') return
  if (claim === 'over_limit') return asWorker((tx) => giveToPerson(tx, mail))
  const headers = unsubscribeUrl ? oneClick(unsubscribeUrl) : {}
  await sendAndRecord({ mail, attempt: claim.attempt }, recipient, { ...words, headers })
}

async function sendAndRecord(
  tried: { mail: MailRow; attempt: number },
  { email }: Recipient,
  words: Omit<OutgoingMail, 'to' | 'messageId'>,
): Promise<void> {
  const { mail, attempt } = tried
  crashPoint('before-smtp')
  try {
    await sendMail({ ...words, to: email, messageId: mail.messageId })
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error
    log.warn({ outboxId: mail.outboxId, attempt, state: error.outcome, code: error.code }, 'mail not sent')
    if (error.outcome === 'doubt') return asWorker((tx) => doubtMail(tx, { ...mail, attempts: attempt }))
    if (error.outcome === 'refused') return asWorker((tx) => refuseMail(tx, tried, `mail:${error.code}`))
    await asWorker((tx) => returnMail(tx, tried, `mail:${error.code}`))
    throw error
  }
  crashPoint('after-250')
  await asWorker((tx) => recordSent(tx, tried))
}
