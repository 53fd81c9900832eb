import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { contactsOf } from './contacts-of.server.ts'
import { similarCompanies, type SimilarCompany } from './similar-companies.server.ts'

/**
 * A company's name and the companies that may be the same firm.
 * @throws DomainError not_found.
 */
export async function duplicatesOf(
  tx: Tx,
  companyId: CompanyId,
): Promise<{ name: string; similar: SimilarCompany[] }> {
  actingStaff(tx, 'company.relate')
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
  if (!company || company.mergedInto) notFound()
  const { name, placeCode, website } = company
  const emails = (await contactsOf(tx, companyId)).flatMap(({ email }) => email ?? [])
  return { name, similar: await similarCompanies(tx, { name, placeCode, website, emails }, companyId) }
}
