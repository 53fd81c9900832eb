import { setTimeout as pause } from 'node:timers/promises'
import { unsubscribeLink } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import { replyAddress } from '#app/domain/inbound-mails/reply-address.server.ts'
import { addresses } from '#app/domain/mails/addresses.server.ts'
import { claimMail, type Claimed, type Waits } from '#app/domain/mails/claim-mail.server.ts'
import { doubtMail } from '#app/domain/mails/doubt-mail.server.ts'
import { unfinishedMails } from '#app/domain/mails/mails-of-event.server.ts'
import { prepareMail, type MailRow } from '#app/domain/mails/prepare-mail.server.ts'
import type { Recipient, Told } from '#app/domain/mails/recipient.ts'
import {
  cancelMail,
  giveToPerson,
  recordSent,
  refuseMail,
  returnMail,
} from '#app/domain/mails/settle-mail.server.ts'
import { type EventTry, finishEvent, postponeEvent } from '#app/domain/outbox/event-run.server.ts'
import { MOST_TRIES } from '#app/domain/outbox/tries.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { log } from '#app/platform/log.server.ts'
import { MailNotSent, sendMail, type OutgoingMail } from '#app/platform/mailer.server.ts'
import { crashPoint } from '#app/platform/crash-point.ts'
import { asWorker } from '../worker-actor.ts'
import { compose } from './compose.ts'

/** RFC 3834: whoever answers by a machine need not answer us. */
const OURS = { 'Auto-Submitted': 'auto-generated' }

/** RFC 8058: the reader's mail program may end our messages by itself, with one POST to this address. */
const oneClick = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** A mail that nobody else would miss did not, or may not, have arrived: an administrator sees it among the dead letters. */
export class MailLost extends Error {
  override readonly name = 'MailLost'
}

const isOpen = ({ state }: MailRow): boolean => state === 'pending' || state === 'sending'

const isUnderWay = ({ state, leaseUntil }: MailRow): boolean =>
  state === 'sending' && leaseUntil !== null && leaseUntil > now()

type Ready = { recipient: Recipient; told: Told; tried: Claimed & { mail: MailRow } }

/** What is to be written down about the last sending, together with whatever comes next. */
type Outcome = (tx: Tx) => Promise<void>

/** The next mail to send, claimed; or the event is over or put off, unless a mail that somebody waits for is `lost`. */
type Step = { ready: Ready } | { lost: string } | null

/**
 * Sends the mails of an event that have not come to an end, and ends the event with the last of them. Each transaction
 * writes down what the sending before it came to and claims the next; none is open while the server is spoken to.
 * @throws MailNotSent when one waits for its next try, MailLost when an administrator has to hear of one.
 */
export async function deliverMailsOf(event: EventTry, lease: number): Promise<void> {
  let outcome: Outcome = async () => undefined
  for (;;) {
    const before = outcome
    const step = await asWorker(async (tx) => {
      await before(tx)
      return nextStep(tx, event, lease)
    }).catch(async (error: unknown) => {
      // Whatever is wrong with what comes next, the mail that has left is written down.
      await writeDown(before)
      throw error
    })
    if (!step) return
    if ('lost' in step) throw new MailLost(step.lost)
    outcome = await deliver(step.ready)
  }
}

/** For this long a database that is away is waited for: until then nobody else has the mail. */
const PATIENCE = 5 * SECOND

async function writeDown(outcome: Outcome): Promise<void> {
  for (const end = Date.now() + PATIENCE; ; await pause(SECOND / 2)) {
    const error = await asWorker(outcome).then(
      () => null,
      (failure: Error) => failure,
    )
    if (!error) return
    if (Date.now() > end) throw error
  }
}

async function nextStep(tx: Tx, event: EventTry, lease: number): Promise<Step> {
  const mails = await unfinishedMails(tx, event.id)
  const open = mails.filter(isOpen)
  let opensAt: Date | null = null
  for (const mail of open) {
    if (mail.state === 'pending') {
      const ready = await makeReady(tx, mail, lease)
      if (ready && 'opensAt' in ready) ({ opensAt } = ready)
      else if (ready) return { ready }
    } else if (!isUnderWay(mail)) await doubtMail(tx, mail)
  }
  const left = open.length > 0 ? await unfinishedMails(tx, event.id) : mails
  const waits = left.find(isOpen)
  if (waits) {
    // Another worker may still be sending it, a doubt has just given it back, or the offices are closed.
    const until = isUnderWay(waits) ? waits.leaseUntil : opensAt
    // A look by night counts as a try too: with the last one it is given up for what kept it from leaving.
    if (until && until === opensAt && event.attempt >= MOST_TRIES) return { lost: waits.failure ?? 'killed' }
    await postponeEvent(tx, event, until ?? now())
    return null
  }
  // With no company there is nobody to call, and no case manager who could be asked to.
  const lost = left.find((mail) => mail.companyId === null)
  if (lost) return { lost: lost.failure ?? 'uncertain' }
  await finishEvent(tx, event.id)
  return null
}

/** Reads again what the mail rests on and claims it, or settles it otherwise; it may have to wait for office hours. */
async function makeReady(tx: Tx, mail: MailRow, lease: number): Promise<Ready | Waits | null> {
  const prepared = await prepareMail(tx, mail)
  if ('stop' in prepared) {
    await cancelMail(tx, mail, prepared.stop)
    return null
  }
  const claim = await claimMail(tx, mail, lease)
  if (claim === 'over_limit') await giveToPerson(tx, mail)
  if (typeof claim === 'string') return null
  if ('opensAt' in claim) return claim
  return { recipient: prepared.recipient, told: prepared, tried: { ...claim, mail } }
}

async function deliver({ recipient, told, tried }: Ready): Promise<Outcome> {
  const unsubscribeUrl = recipient.contactId ? addresses.signed(unsubscribeLink(recipient.contactId)) : null
  const words = await compose({ ...recipient, unsubscribeUrl }, told).catch(async (error: unknown) => {
    await asWorker((tx) => returnMail(tx, tried, 'fault:compose'))
    throw error
  })
  const headers = unsubscribeUrl ? oneClick(unsubscribeUrl) : {}
  const replyTo = recipient.contactId ? replyAddress(recipient.contactId) : null
  return send(tried, recipient, { ...words, replyTo, headers: { ...OURS, ...headers } })
}

/** @returns what is to be written down of it. @throws MailNotSent when it certainly did not leave. */
async function send(
  tried: Ready['tried'],
  { email }: Recipient,
  words: Omit<OutgoingMail, 'to' | 'messageId'>,
): Promise<Outcome> {
  const { mail, attempt, until } = tried
  crashPoint('before-smtp')
  // Stopped for longer than its lease, it no longer has the mail: somebody has been asked to look meanwhile.
  if (now() >= until) {
    log.warn({ outboxId: mail.outboxId, attempt, job: 'mail' }, 'late write refused')
    return async () => undefined
  }
  try {
    await sendMail({ ...words, to: email, messageId: mail.messageId })
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error
    log.warn({ outboxId: mail.outboxId, attempt, state: error.outcome, code: error.code }, 'mail not sent')
    if (error.outcome === 'doubt') return (tx) => doubtMail(tx, { ...mail, attempts: attempt })
    if (error.outcome === 'refused') return (tx) => refuseMail(tx, tried, `mail:${error.code}`)
    await asWorker((tx) => returnMail(tx, tried, `mail:${error.code}`))
    throw error
  }
  crashPoint('after-250')
  return (tx) => recordSent(tx, tried)
}
