import { and, asc, gt, isNull } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Comes before every company in the order of their ids. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000' as CompanyId

/** Up to `limit` companies after `last` in the order of their ids: the whole network, a page at a time. */
export async function companiesToPlan(tx: Tx, last: CompanyId | null, limit: number): Promise<CompanyId[]> {
  const rows = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(gt(companies.id, last ?? BEFORE_ALL), isNull(companies.mergedInto)))
    .orderBy(asc(companies.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
