import { eq } from 'drizzle-orm'
import { followUps, type mails } from '#db/schema/follow-ups.ts'
import { textsInForce } from '../follow-ups/rules-in-force.server.ts'
import type { MessageTexts } from '../messages/templates.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { accountLetter } from './account-letter.server.ts'
import { contactLetter } from './contact-letter.server.ts'
import { isTemplate } from './letters.ts'
import type { Prepared } from './recipient.ts'
import { stop } from './stop.ts'

export type MailRow = typeof mails.$inferSelect

/** Reads again what a mail rests on: whom it goes to, what it says, or why it is not to be sent any more. */
export async function prepareMail(tx: Tx, mail: MailRow): Promise<Prepared> {
  const { template, userId, contactId, subjectType, subjectId, followUpId } = mail
  if (!isTemplate(template)) return stop('no_reason')
  let texts: MessageTexts | null = null
  if (followUpId) {
    const [row] = await tx
      .select({
        state: followUps.state,
        why: followUps.why,
        ruleKey: followUps.ruleKey,
        ownTexts: followUps.ownTexts,
      })
      .from(followUps)
      .where(eq(followUps.id, followUpId))
    if (row?.state !== 'planned') return stop(row?.why || 'no_reason')
    texts = row.ownTexts ?? (row.ruleKey ? await textsInForce(tx, row.ruleKey) : null)
  }
  if (userId) return accountLetter(tx, { template, userId, createdAt: mail.createdAt, subjectId })
  if (!contactId || !subjectId) return stop('no_reason')
  return contactLetter(tx, {
    template,
    contactId,
    subjectType,
    subjectId,
    byRule: followUpId !== null,
    texts,
  })
}
