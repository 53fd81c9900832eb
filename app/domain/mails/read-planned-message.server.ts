import { eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { textsInForce } from '../follow-ups/rules-in-force.server.ts'
import { mayBeWorded } from '../follow-ups/word-message.server.ts'
import { isWorded, type MessageLocale, type MessageText, type MessageWords } from '../messages/templates.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId, FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { contactLetter } from './contact-letter.server.ts'
import type { Prepared } from './recipient.ts'

/**
 * A planned message of a company as it would leave now: who gets it, its words, or why it would not. Only its words leave
 * here: the signed links that it will hold are the contact's alone.
 * @throws DomainError not_found for a task, and for another company's.
 */
export async function readPlannedMessage(tx: Tx, companyId: CompanyId, id: FollowUpId) {
  actingStaff(tx, 'follow_up.act')
  const [found] = await tx
    .select({ row: followUps, company: companies.name, contact: contacts, wordedBy: users.name })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .leftJoin(contacts, eq(contacts.id, followUps.contactId))
    .leftJoin(users, eq(users.id, followUps.wordedBy))
    .where(eq(followUps.id, id))
  if (found?.row.companyId !== companyId || found.row.kind !== 'message') notFound()
  const { row, company, contact, wordedBy } = found
  const { template, subjectType, subjectId, contactId, ruleKey } = row
  if (!isWorded(template)) notFound()
  const texts = row.ownTexts ?? (ruleKey ? await textsInForce(tx, ruleKey) : null)
  const prepared: Prepared = contactId
    ? await asOurselves(tx, () =>
        contactLetter(tx, { template, contactId, subjectType, subjectId, byRule: true, texts }),
      )
    : { stop: 'no_address' }
  const locale: MessageLocale = contact?.locale === 'en' ? 'en' : 'it'
  return {
    id,
    company,
    template,
    ruleKey,
    subjectType,
    locale,
    contact: contact?.name ?? null,
    dueAt: row.dueAt,
    state: row.state,
    why: row.why,
    left: row.releasedAt !== null || row.state === 'done',
    text: texts ? texts[locale] : null,
    worded: row.ownTexts ? { by: wordedBy ?? '–', at: row.wordedAt } : null,
    seen: row.wordedAt?.toISOString() ?? '',
    mayBeWorded: mayBeWorded(row),
    ...shownOf(prepared),
  } satisfies Record<string, unknown> & { text: MessageText | null }
}

/** The words alone, without addresses and links; or the code of why it would not leave. */
function shownOf(prepared: Prepared): {
  words: MessageWords | null
  firstName: string
  stopped: string | null
} {
  if ('stop' in prepared) return { words: null, firstName: '', stopped: prepared.stop }
  const { firstName } = prepared.recipient
  return { words: 'words' in prepared ? prepared.words : null, firstName, stopped: null }
}
