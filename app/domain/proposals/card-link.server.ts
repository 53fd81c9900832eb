import { DAY } from '../shared/durations.ts'
import type { CardId, ContactId } from '../shared/ids.ts'
import { readIds, signIds } from './signed-ids.server.ts'

/** A link reads for 31 days (privacy.md, Answer) and is renewed by one click. */
export const CARD_LINK_LIFE = 31 * DAY

/** The path of the signed page on which one contact reads and answers one card. Random ids only, no person's data. */
export function cardLink(cardId: CardId, contactId: ContactId, at: Date): string {
  const expiry = Buffer.alloc(4)
  expiry.writeUInt32BE(Math.floor((at.getTime() + CARD_LINK_LIFE) / 1000))
  return `/c/${signIds('card-link', [cardId, contactId], expiry)}`
}

/** What a token says, or null when it was altered. */
export function readCardLink(
  token: string,
  at: Date,
): { cardId: CardId; contactId: ContactId; expired: boolean } | null {
  const read = readIds('card-link', token, 4)
  if (!read) return null
  const [cardId, contactId] = read.ids
  const expired = read.rest.readUInt32BE(0) * 1000 < at.getTime()
  return { cardId: cardId as CardId, contactId: contactId as ContactId, expired }
}
