import { isSigned, sign } from '#app/platform/crypto.server.ts'
import { isUuid, type ContactId, type InvitationId } from '../shared/ids.ts'

const PURPOSE = 'event-invitation'

/** The path of the signed page on which a contact answers an invitation. It lasts as long as the event is to come. */
export function invitationLink(invitationId: InvitationId, contactId: ContactId): string {
  const body = `${invitationId}.${contactId}`
  return `/evento/${body}.${sign(PURPOSE, body)}`
}

/** Whose invitation a token is for, or null when it was altered. */
export function readInvitationLink(
  token: string,
): { invitationId: InvitationId; contactId: ContactId } | null {
  const [invitationId = '', contactId = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isUuid(invitationId) || !isUuid(contactId)) return null
  if (!isSigned(PURPOSE, `${invitationId}.${contactId}`, signature)) return null
  return {
    invitationId: invitationId as string as InvitationId,
    contactId: contactId as string as ContactId,
  }
}
