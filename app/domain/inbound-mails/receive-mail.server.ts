import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { inboundMails } from '#db/schema/inbound-mails.ts'
import type { ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { fileReply } from './file-reply.server.ts'
import { type InboundMail, kindOf } from './inbound-mail.ts'
import { markBounced } from './mark-bounced.server.ts'
import { readReplyAddress } from './reply-address.server.ts'

/** What became of a mail: filed on a timeline, noted and nothing else, of no thread of ours, or known already. */
export type Received = 'filed' | 'noted' | 'unknown' | 'again'

/**
 * Takes a mail that came in: a reply goes on the company's timeline and ends the chase, a bounce ends our mails to that
 * address, what a machine wrote is noted. An address that is no thread of ours, or an altered one, files nothing. The same
 * mail delivered again changes nothing.
 */
export async function receiveMail(tx: Tx, mail: InboundMail): Promise<Received> {
  const contactId = mail.recipients.map(readReplyAddress).find((id) => id !== null) ?? null
  const [contact] = contactId ? await tx.select().from(contacts).where(eq(contacts.id, contactId)) : []
  const kind = contact ? kindOf(mail) : 'unknown'
  const id = newId<string>()
  const noted = await tx
    .insert(inboundMails)
    .values({
      id,
      fingerprint: mail.fingerprint,
      kind,
      contactId: (contact?.id ?? null) as ContactId | null,
      companyId: contact?.companyId ?? null,
      receivedAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: inboundMails.id })
  if (noted.length === 0) return 'again'
  if (!contact) return 'unknown'
  if (kind === 'reply') await fileReply(tx, contact, mail)
  else if (kind === 'bounce') await markBounced(tx, contact)
  else return 'noted'
  return 'filed'
}
