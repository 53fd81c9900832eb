import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { listCompanies, type ListedCompany } from './list-companies.server.ts'
import type { PortfolioFilter } from './portfolio.ts'

/** More rows than this are no list that somebody reads. */
const MOST = 20_000

/**
 * The companies of a filter, all pages of it, to take out of the product: what the list shows of them and nothing of
 * their contacts. Whoever takes them is written down.
 */
export async function exportCompanies(tx: Tx, filter: PortfolioFilter): Promise<ListedCompany[]> {
  actingStaff(tx, 'company.relate')
  const { companies } = await listCompanies(tx, { ...filter, page: 1, perPage: MOST })
  await audit(tx, { action: 'companies.exported', subjectType: 'portfolio', subjectId: null })
  return companies
}
