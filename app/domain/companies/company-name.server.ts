import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** A company's name, for a page about one thing of it. @throws DomainError not_found. */
export async function companyName(tx: Tx, companyId: CompanyId): Promise<string> {
  authorise(tx, 'company.read', { companyId })
  const [company] = await tx
    .select({ name: companies.name })
    .from(companies)
    .where(eq(companies.id, companyId))
  return company?.name ?? notFound()
}
