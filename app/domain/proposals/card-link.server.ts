import { isSigned, sign } from '#app/platform/crypto.server.ts'
import { DAY } from '../shared/durations.ts'
import { isUuid, type CardId, type ContactId } from '../shared/ids.ts'

/** A link reads for 31 days (privacy.md, Answer) and is renewed by one click. */
export const CARD_LINK_LIFE = 31 * DAY

const pack = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

const unpack = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The path of the signed page on which one contact reads and answers one card. Random ids only, no person's data. */
export function cardLink(cardId: CardId, contactId: ContactId, at: Date): string {
  const expiry = Buffer.alloc(4)
  expiry.writeUInt32BE(Math.floor((at.getTime() + CARD_LINK_LIFE) / 1000))
  const body = Buffer.concat([pack(cardId), pack(contactId), expiry]).toString('base64url')
  return `/c/${body}.${sign('card-link', body)}`
}

/** What a token says, or null when it was altered. */
export function readCardLink(
  token: string,
  at: Date,
): { cardId: CardId; contactId: ContactId; expired: boolean } | null {
  const [body, signature, ...rest] = token.split('.')
  if (!body || !signature || rest.length > 0) return null
  if (!isSigned('card-link', body, signature)) return null
  const bytes = Buffer.from(body, 'base64url')
  const cardId = unpack(bytes.subarray(0, 16))
  const contactId = unpack(bytes.subarray(16, 32))
  if (bytes.length !== 36 || !isUuid(cardId) || !isUuid(contactId)) return null
  const expired = bytes.readUInt32BE(32) * 1000 < at.getTime()
  return { cardId: cardId as string as CardId, contactId: contactId as string as ContactId, expired }
}
