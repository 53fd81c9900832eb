import { and, eq, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustStages, type TrustStage } from '../trust/stages.ts'
import { listCompanies, type ListedCompany } from './list-companies.server.ts'
import { portfolioWhere } from './portfolio-where.server.ts'
import type { PortfolioFilter } from './portfolio.ts'

export type BoardColumn = { stage: TrustStage; total: number; companies: ListedCompany[] }

/**
 * The companies of a filter by rung of the ladder: on each how many there are, and the first `most` in the filter's order.
 * A filter for one stage leaves its column alone.
 */
export async function companyBoard(tx: Tx, filter: PortfolioFilter, most: number): Promise<BoardColumn[]> {
  const actor = actingStaff(tx, 'company.relate')
  const where = portfolioWhere(filter, actor, now())
  const counted = await tx
    .select({ stage: companies.stage, total: sql<number>`count(*)::int` })
    .from(companies)
    .where(and(where, filter.stage ? eq(companies.stage, filter.stage) : undefined))
    .groupBy(companies.stage)
  const totals = new Map(counted.map(({ stage, total }) => [stage, total]))
  const columns: BoardColumn[] = []
  for (const stage of trustStages) {
    if (filter.stage && filter.stage !== stage) continue
    const total = totals.get(stage) ?? 0
    const shown = total > 0 ? await listCompanies(tx, { ...filter, stage, page: 1, perPage: most }) : null
    columns.push({ stage, total, companies: shown?.companies ?? [] })
  }
  return columns
}
