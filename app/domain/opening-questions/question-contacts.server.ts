import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { companies, contacts } from '#db/schema/companies.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { QuestionLocale } from './asked-words.ts'

export type QuestionContact = { id: ContactId; name: string; role: string; locale: QuestionLocale }

/**
 * Who at a company can be written to: still there, with an address, and without a word against our mails. Whoever
 * answers for hiring comes first. Nobody of a company that asked not to be contacted.
 */
export async function questionContacts(tx: Tx, companyId: CompanyId): Promise<QuestionContact[]> {
  const rows = await tx
    .select({ id: contacts.id, name: contacts.name, role: contacts.role, locale: contacts.locale })
    .from(contacts)
    .innerJoin(companies, eq(companies.id, contacts.companyId))
    .where(
      and(
        eq(contacts.companyId, companyId),
        eq(contacts.active, true),
        isNotNull(contacts.email),
        isNull(contacts.unsubscribedAt),
        eq(companies.doNotContact, false),
      ),
    )
    .orderBy(
      sql`array_position(array['hr', 'owner', 'other', 'tutor'], ${contacts.role})`,
      contacts.createdAt,
      contacts.id,
    )
  return rows.map(({ locale, ...contact }) => ({ ...contact, locale: locale === 'en' ? 'en' : 'it' }))
}
