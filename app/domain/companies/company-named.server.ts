import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The name of a company, for who verifies it. @throws DomainError not_found. */
export async function companyNamed(tx: Tx, companyId: CompanyId): Promise<{ name: string }> {
  authorise(tx, 'company.verify')
  const [company] = await tx
    .select({ name: companies.name })
    .from(companies)
    .where(eq(companies.id, companyId))
  return company ?? notFound()
}
