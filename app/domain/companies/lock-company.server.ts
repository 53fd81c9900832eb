import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type CompanyRow = typeof companies.$inferSelect

/**
 * The row of a company, locked until the command ends.
 * @throws DomainError not_found; conflict for one that was merged into another, which nothing may be added to.
 */
export async function lockCompany(
  tx: Tx,
  companyId: CompanyId,
  which: 'standing' | 'merged too' = 'standing',
): Promise<CompanyRow> {
  const [row] = await tx.select().from(companies).where(eq(companies.id, companyId)).for('update')
  if (!row) notFound()
  if (row.mergedInto && which === 'standing') throw new DomainError('conflict', 'duplicates_refused_merged')
  return row
}
