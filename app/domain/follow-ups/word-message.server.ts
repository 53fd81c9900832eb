import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FollowUpRow } from './lock-follow-up.server.ts'
import { messageToChange } from './message-to-change.server.ts'
import { textsInForce } from './rules-in-force.server.ts'
import type { MessageWordsForm } from './word-message.schema.server.ts'

/** Whether somebody may change the text for this once: beside a card no operator writes anything of her own (privacy.md). */
export const mayBeWorded = (row: Pick<FollowUpRow, 'kind' | 'subjectType' | 'ruleKey'>): boolean =>
  row.kind === 'message' && row.subjectType !== 'card' && row.ruleKey !== null

/**
 * Changes what one planned message says, for this once and in the language of who gets it.
 * @throws DomainError stale when a colleague has changed it since the form was made; refused beside a card.
 */
export async function wordMessage(tx: Tx, id: FollowUpId, form: MessageWordsForm): Promise<void> {
  const row = await messageToChange(tx, id)
  if (!mayBeWorded(row)) throw new DomainError('refused', 'planned_card_not_worded')
  if ((form.seen ?? '') !== (row.wordedAt?.toISOString() ?? ''))
    throw new DomainError('stale', 'planned_changed_meanwhile')
  const texts = row.ownTexts ?? (await textsInForce(tx, row.ruleKey ?? '')) ?? notFound()
  const { subject, body, action = '' } = form
  const own = {
    ...texts,
    [await localeOf(tx, row)]: { subject, body: body.replaceAll('\r\n', '\n'), action },
  }
  await keep(tx, id, own)
}

/** Gives a message the text of its rule back. */
export async function unwordMessage(tx: Tx, id: FollowUpId): Promise<void> {
  await messageToChange(tx, id)
  await keep(tx, id, null)
}

async function keep(tx: Tx, id: FollowUpId, ownTexts: FollowUpRow['ownTexts']): Promise<void> {
  await tx
    .update(followUps)
    .set({ ownTexts, wordedBy: userIdOf(tx.actor), wordedAt: now() })
    .where(eq(followUps.id, id))
  await audit(tx, { action: 'follow_up.worded', subjectType: 'follow_up', subjectId: id })
}

/** The language of who gets a message; Italian where nobody is named. */
export async function localeOf(tx: Tx, { contactId }: Pick<FollowUpRow, 'contactId'>): Promise<'it' | 'en'> {
  if (!contactId) return 'it'
  const [row] = await tx.select({ locale: contacts.locale }).from(contacts).where(eq(contacts.id, contactId))
  return row?.locale === 'en' ? 'en' : 'it'
}
