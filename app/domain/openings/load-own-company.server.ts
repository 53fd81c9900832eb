import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Verification } from './opening-view.ts'

/** What a company's own pages say of it: its name, its town for a new opening, and whether people may be proposed. */
export async function loadOwnCompany(
  tx: Tx,
  companyId: CompanyId,
): Promise<{ name: string; placeCode: string; verification: Verification }> {
  authorise(tx, 'company.read', { companyId })
  const [company] = await tx
    .select({ name: companies.name, placeCode: companies.placeCode, verification: companies.verification })
    .from(companies)
    .where(eq(companies.id, companyId))
  return company ?? notFound()
}
