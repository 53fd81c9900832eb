import { PassThrough, type Readable } from 'node:stream'
import { createTransport, type Transporter } from 'nodemailer'
import { devMailbox } from '#db/schema/follow-ups.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from './clock.server.ts'
import { env } from './env.server.ts'

export type OutgoingMail = {
  to: string
  subject: string
  html: string
  text: string
  messageId: string
  /** Where an answer goes, and what cannot be delivered; null where nobody reads answers. */
  replyTo: string | null
  /** Further header lines; their values are ours, never typed by anybody. */
  headers: Record<string, string>
}

/**
 * Why a mail did not simply leave. `waits`: it certainly did not, and may be tried again. `refused`: the server will
 * never take it. `doubt`: all of it was handed over and no answer came.
 */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
  constructor(
    readonly outcome: 'waits' | 'refused' | 'doubt',
    /** A code: SMTP's number, or the system's name of the fault. */
    readonly code: string,
  ) {
    super(`${outcome}: ${code}`)
  }
}

const PATIENCE = {
  connectionTimeout: 10 * SECOND,
  greetingTimeout: 10 * SECOND,
  socketTimeout: 30 * SECOND,
}

/** Message-IDs whose last byte has gone to the server: from then on silence no longer means "not sent". */
const handedOver = new Set<string>()

function noteHandover(messageId: string) {
  return (input: Readable): Readable => {
    const output = new PassThrough()
    output.once('end', () => handedOver.add(messageId))
    input.once('error', (error) => output.destroy(error))
    return input.pipe(output)
  }
}

const transports = new Map<string, Transporter>()

function smtp(url: string): Transporter {
  let transport = transports.get(url)
  if (!transport) {
    // No file and no address is ever read to make up a mail, whatever a text may hold.
    transport = createTransport({ url, disableFileAccess: true, disableUrlAccess: true, ...PATIENCE })
    transport.use('stream', ({ data, message }, done) => {
      if (data.messageId) message?.processFunc(noteHandover(data.messageId))
      done()
    })
    transports.set(url, transport)
  }
  return transport
}

type SmtpError = Error & { code?: string; responseCode?: number; command?: string }

/** A `5xx` is final where it is about this mail; about the greeting, the login or our own address it is a fault of ours. */
const ABOUT_THIS_MAIL = ['RCPT TO', 'DATA']

function verdictOf(error: SmtpError, handedOver: boolean): MailNotSent {
  const { responseCode = 0, command = '', code = 'unknown' } = error
  if (responseCode >= 500 && ABOUT_THIS_MAIL.includes(command))
    return new MailNotSent('refused', String(responseCode))
  if (responseCode > 0) return new MailNotSent('waits', String(responseCode))
  return new MailNotSent(handedOver ? 'doubt' : 'waits', code)
}

/**
 * Sends one mail, or puts it into the mailbox of the demo where no server is configured.
 * @throws MailNotSent otherwise than sent.
 */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, APP_MODE } = env()
  if (!SMTP_URL) {
    if (APP_MODE === 'production') throw new MailNotSent('waits', 'no_server')
    return keepForDemo(mail)
  }
  const { to, subject, html, text, messageId, replyTo, headers } = mail
  const lines = Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, value } }))
  try {
    await smtp(SMTP_URL).sendMail({
      ...{ from: MAIL_FROM, to, subject, html, text, messageId, headers: lines },
      ...(replyTo ? { replyTo, envelope: { from: replyTo, to } } : {}),
    })
  } catch (error) {
    throw verdictOf(error as SmtpError, handedOver.has(messageId))
  } finally {
    handedOver.delete(messageId)
  }
}

async function keepForDemo({ to, subject, html, text, messageId, headers }: OutgoingMail): Promise<void> {
  const row = { recipient: to, subject, html, text, headers: JSON.stringify(headers), at: now() }
  const keep = withActor(system('demo-mailbox'), (tx) =>
    tx
      .insert(devMailbox)
      .values({ messageId, ...row })
      .onConflictDoUpdate({ target: devMailbox.messageId, set: row }),
  )
  // Kept by its Message-ID, a mail may be put there again and is there once.
  await keep.catch(() => Promise.reject(new MailNotSent('waits', 'mailbox')))
}

/** Whether mail can leave now: the server answers, or the mailbox of the demo stands in for it. */
export async function verifyMailServer(): Promise<boolean> {
  const { SMTP_URL, APP_MODE } = env()
  if (!SMTP_URL) return APP_MODE !== 'production'
  return smtp(SMTP_URL)
    .verify()
    .then(() => true)
    .catch(() => false)
}
