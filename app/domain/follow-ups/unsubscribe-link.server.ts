import { isSigned, sign } from '#app/platform/crypto.server.ts'
import { isUuid, type ContactId } from '../shared/ids.ts'

const PURPOSE = 'unsubscribe'

/** The path of the page on which a contact stops our automatic messages. It never ends: old mails are read too. */
export const unsubscribeLink = (contactId: ContactId): string =>
  `/disiscrizione/${contactId}.${sign(PURPOSE, contactId)}`

/** Whose link it is, or null when it was altered. */
export function readUnsubscribeToken(token: string): ContactId | null {
  const [contactId = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isUuid(contactId)) return null
  return isSigned(PURPOSE, contactId, signature) ? (contactId as string as ContactId) : null
}
