import { desc, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { portfolioWhere } from './portfolio-where.server.ts'
import type { PortfolioFilter } from './portfolio.ts'

/** How many companies of a filter are in each comune, the most first. */
export async function companyMap(
  tx: Tx,
  filter: PortfolioFilter,
): Promise<{ placeCode: string; total: number }[]> {
  const actor = actingStaff(tx, 'company.relate')
  const total = sql<number>`count(*)::int`
  return tx
    .select({ placeCode: companies.placeCode, total })
    .from(companies)
    .where(portfolioWhere(filter, actor, now()))
    .groupBy(companies.placeCode)
    .orderBy(desc(total), companies.placeCode)
}
