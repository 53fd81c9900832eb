import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { readsOurMail, whoAnswers } from '../contacts/who-answers.server.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { QuestionLocale } from './asked-words.ts'

export type QuestionContact = { id: ContactId; name: string; role: string; locale: QuestionLocale }

/**
 * Who at a company can be written to: still there, with an address, and without a word against our mails. Whoever
 * answers for hiring comes first. Nobody of a company that asked not to be contacted.
 */
export async function questionContacts(tx: Tx, companyId: CompanyId): Promise<QuestionContact[]> {
  const [company] = await tx
    .select({ doNotContact: companies.doNotContact })
    .from(companies)
    .where(eq(companies.id, companyId))
  if (!company || company.doNotContact) return []
  return (await whoAnswers(tx, companyId))
    .filter(readsOurMail)
    .map(({ id, name, role, locale }) => ({ id, name, role, locale: locale === 'en' ? 'en' : 'it' }))
}
