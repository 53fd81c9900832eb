import { createHash } from 'node:crypto'
import EmailReplyParser from 'email-reply-parser'
import PostalMime from 'postal-mime'

/** A mail off the wire, as far as anybody of ours needs it. */
export type ParsedMail = {
  fingerprint: string
  recipients: string[]
  subject: string
  text: string
  headers: Map<string, string>
  deliveryStatus: string | null
}

/** Headers in which mail servers say to whom they delivered it; `To` may be a list's. */
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']

const plain = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|tr)>/gi, '\n')
    .replace(/<[^>]+>/g, '')

/**
 * Reads a mail (RFC 5322) into its addresses, its headers and what its author has written, quotations left out.
 * @throws whatever the parser does on what is no mail.
 */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 30 })
  const headers = new Map(mail.headers.map(({ key, value }) => [key.toLowerCase(), value]))
  const written = mail.text ?? plain(mail.html ?? '')
  const visible = new EmailReplyParser().read(written).getVisibleText()
  const report = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  const listed = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(({ address }) => (address ? [address] : []))
  return {
    fingerprint: createHash('sha256').update(raw).digest('hex'),
    recipients: [...DELIVERED_TO.flatMap((name) => headers.get(name) ?? []), ...listed],
    subject: (mail.subject ?? '').slice(0, 200),
    text: visible.trim(),
    headers,
    deliveryStatus: report ? contentOf(report.content) : null,
  }
}

const contentOf = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString()
