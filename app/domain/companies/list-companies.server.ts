import { count, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustSlope } from '../trust/slope.ts'
import type { TrustStage } from '../trust/stages.ts'
import { standingOf } from '../trust/standing-of.ts'
import type { Standing } from '../trust/standing.ts'
import { nextTouches, type NextTouch } from './next-touches.server.ts'
import { NO_FIGURES, portfolioFigures, type PortfolioFigures } from './portfolio-figures.server.ts'
import { portfolioOrder, portfolioWhere } from './portfolio-where.server.ts'
import { everyCompany, type PortfolioFilter } from './portfolio.ts'

/** What is not asked for leaves nothing out. */
export type CompanyFilter = Partial<PortfolioFilter> & { page: number; perPage: number }

export type ListedCompany = PortfolioFigures & {
  id: CompanyId
  name: string
  vatId: string
  sector: string
  placeCode: string
  verification: 'pending' | 'verified' | 'rejected'
  stage: TrustStage
  standing: Standing
  pausedUntil: Date | null
  score: number
  slope: TrustSlope
  lead: { name: string | null; org: string | null }
  lastContactAt: Date | null
  next: NextTouch | null
}

/** The network's companies as its people work them, one page. For case managers and coordinators. */
export async function listCompanies(
  tx: Tx,
  { page, perPage, ...asked }: CompanyFilter,
): Promise<{ companies: ListedCompany[]; total: number }> {
  const actor = actingStaff(tx, 'company.relate')
  const at = now()
  const filter = { ...everyCompany, ...asked }
  const where = portfolioWhere(filter, actor, at)
  // Sent one after the other without waiting: a round trip less each.
  const [[counted], rows] = await together([
    tx.select({ total: count() }).from(companies).where(where),
    tx
      .select({ company: companies, leadName: users.name, leadOrg: organisations.name })
      .from(companies)
      .leftJoin(users, eq(users.id, companies.leadUserId))
      .leftJoin(organisations, eq(organisations.id, companies.leadOrgId))
      .where(where)
      .orderBy(...portfolioOrder(filter))
      .limit(perPage)
      .offset((page - 1) * perPage),
  ])
  const ids = rows.map(({ company }) => company.id)
  const next = await nextTouches(tx, ids)
  const figures = await portfolioFigures(tx, ids, at)
  return {
    total: counted?.total ?? 0,
    companies: rows.map(({ company, leadName, leadOrg }) => ({
      id: company.id,
      name: company.name,
      vatId: company.vatId,
      sector: company.sector,
      placeCode: company.placeCode,
      verification: company.verification,
      stage: company.stage as TrustStage,
      standing: standingOf(company, at),
      pausedUntil: company.pausedUntil,
      score: company.trustScore,
      slope: company.trustSlope,
      lead: { name: leadName, org: leadOrg },
      lastContactAt: company.lastContactAt,
      next: next.get(company.id) ?? null,
      ...(figures.get(company.id) ?? NO_FIGURES),
    })),
  }
}
