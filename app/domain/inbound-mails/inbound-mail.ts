/** A mail that came in, cut down to what decides about it. */
export type InboundMail = {
  /** Of the mail itself, all its bytes: the same one delivered again is known by it. */
  fingerprint: string
  /** Every address it was sent or delivered to. */
  recipients: readonly string[]
  subject: string
  /** What she has written, without what she quotes. */
  text: string
  /** Header lines by their names in lower case. */
  headers: ReadonlyMap<string, string>
  /** The machine-readable part of a delivery report, where there is one (RFC 3464). */
  deliveryStatus: string | null
}

/** `reply`: somebody wrote. `auto_reply`: a machine did. `bounce`: it will never arrive; `delayed`: not yet. */
export type InboundKind = 'reply' | 'auto_reply' | 'bounce' | 'delayed'

const AUTOMATIC_SUBJECT =
  /^\s*(auto(matic(a)?|matische)?[ -]?(reply|response|antwort)|risposta automatica|out of (the )?office|fuori (sede|ufficio)|assenza|abwesenheit)/i

/** RFC 3834, and what mail programs send that do not follow it. */
function isAutomatic({ headers, subject }: InboundMail): boolean {
  const automatic = headers.get('auto-submitted')
  if (automatic && automatic.toLowerCase() !== 'no') return true
  if (headers.has('x-autoreply') || headers.has('x-autorespond')) return true
  if (/^(bulk|junk|list|auto_reply)$/i.test(headers.get('precedence') ?? '')) return true
  return AUTOMATIC_SUBJECT.test(subject)
}

const fromTheMailSystem = ({ headers }: InboundMail): boolean =>
  headers.get('return-path') === '<>' || /\b(mailer-daemon|postmaster)@/i.test(headers.get('from') ?? '')

/** What kind of mail it is. A report of delivery says so itself; without one, only a mail system's own word is a bounce. */
export function kindOf(mail: InboundMail): InboundKind {
  if (mail.deliveryStatus !== null) {
    const failed = /^action:\s*failed/im.test(mail.deliveryStatus)
    return failed && /^status:\s*5\./im.test(mail.deliveryStatus) ? 'bounce' : 'delayed'
  }
  if (fromTheMailSystem(mail)) return /\b5\.\d\.\d{1,2}\b|\b55[0-4]\b/.test(mail.text) ? 'bounce' : 'delayed'
  return isAutomatic(mail) ? 'auto_reply' : 'reply'
}
