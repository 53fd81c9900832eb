import { and, eq, sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { indexCompany } from '../search/keep-index.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CompanyFacts } from './edit-company.schema.server.ts'
import { lockCompany } from './lock-company.server.ts'

/**
 * Changes what is known of a company. Its partita IVA stays: another number is another company.
 * @throws DomainError stale when somebody changed it since the form was made.
 */
export async function editCompany(tx: Tx, companyId: CompanyId, input: CompanyFacts): Promise<void> {
  authorise(tx, 'company.edit', { companyId })
  await lockCompany(tx, companyId)
  const { version, name, sector, sizeBand, place: placeCode, website = null } = input
  const changed = await tx
    .update(companies)
    .set({ name, sector, sizeBand, placeCode, website, version: sql`${companies.version} + 1` })
    .where(and(eq(companies.id, companyId), eq(companies.version, version)))
    .returning({ id: companies.id })
  if (changed.length === 0) throw new DomainError('stale', 'relationship_company_changed')
  await indexCompany(tx, companyId)
  await audit(tx, { action: 'company.edited', subjectType: 'company', subjectId: companyId })
}
