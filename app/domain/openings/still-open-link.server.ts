import { isSigned, sign } from '#app/platform/crypto.server.ts'
import { DAY } from '../shared/durations.ts'
import { isUuid, type ContactId, type OpeningId } from '../shared/ids.ts'

const PURPOSE = 'still-open'
const LIFE = 31 * DAY

/** The path of the signed page on which a contact says whether an opening still stands. Random ids only. */
export function stillOpenLink(openingId: OpeningId, contactId: ContactId, at: Date): string {
  const body = `${openingId}.${contactId}.${Math.floor((+at + LIFE) / 1000).toString(36)}`
  return `/ancora-aperta/${body}.${sign(PURPOSE, body)}`
}

/** What a token says, or null when it was altered. */
export function readStillOpenLink(
  token: string,
  at: Date,
): { openingId: OpeningId; contactId: ContactId; expired: boolean } | null {
  const [openingId = '', contactId = '', expiry = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isUuid(openingId) || !isUuid(contactId)) return null
  if (!isSigned(PURPOSE, `${openingId}.${contactId}.${expiry}`, signature)) return null
  return {
    openingId: openingId as string as OpeningId,
    contactId: contactId as string as ContactId,
    expired: parseInt(expiry, 36) * 1000 < +at,
  }
}
