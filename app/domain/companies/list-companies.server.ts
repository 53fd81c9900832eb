import { and, asc, count, desc, eq, inArray, like, or, sql, type SQL } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Province } from '../places/areas.ts'
import { places } from '../places/places.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustSlope } from '../trust/slope.ts'
import type { TrustStage } from '../trust/stages.ts'
import { standingOf } from '../trust/standing-of.ts'
import type { Standing } from '../trust/standing.ts'
import { slopesOf } from '../trust/trust-slopes.server.ts'
import { named } from './named.server.ts'
import { nextTouches, type NextTouch } from './next-touches.server.ts'
import type { CompanySort, Whose } from './portfolio.ts'

export type CompanyFilter = {
  stage: TrustStage | null
  slope: TrustSlope | null
  whose: Whose
  province: Province | null
  sector: string | null
  search: string
  sort: CompanySort
  page: number
  perPage: number
}

export type ListedCompany = {
  id: CompanyId
  name: string
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

/** ISTAT codes begin with the number of the province. */
function inProvince(province: Province) {
  const ofProvince = places.filter((place) => place.province === province)
  const numbers = new Set(ofProvince.map(({ code }) => code.slice(0, 3)))
  return or(...[...numbers].map((number) => like(companies.placeCode, `${number}%`)))
}

function ledBy(whose: Whose, { userId, orgId }: StaffActor) {
  if (whose === 'mine') return eq(companies.leadUserId, userId)
  return whose === 'org' ? eq(companies.leadOrgId, orgId) : undefined
}

const nextDue = sql`(select min(${followUps.dueAt}) from ${followUps}
  where ${followUps.companyId} = ${companies.id} and ${followUps.state} = 'planned')`

const orders: Record<CompanySort, SQL[]> = {
  next: [sql`${nextDue} asc nulls last`],
  name: [],
  score: [desc(companies.trustScore)],
  coldest: [asc(companies.trustScore)],
  last: [sql`${companies.lastContactAt} asc nulls first`],
}

/** The network's companies as its people work them, one page. For case managers and coordinators. */
export async function listCompanies(
  tx: Tx,
  filter: CompanyFilter,
): Promise<{ companies: ListedCompany[]; total: number }> {
  const actor = actingStaff(tx, 'company.relate')
  const at = now()
  const wanted = and(
    filter.stage ? eq(companies.stage, filter.stage) : undefined,
    ledBy(filter.whose, actor),
    filter.province ? inProvince(filter.province) : undefined,
    filter.sector ? eq(companies.sector, filter.sector) : undefined,
    named(filter.search),
  )
  const where = filter.slope ? await heading(tx, filter.slope, wanted, at) : wanted
  const [counted] = await tx.select({ total: count() }).from(companies).where(where)
  const rows = await tx
    .select({ company: companies, leadName: users.name, leadOrg: organisations.name })
    .from(companies)
    .leftJoin(users, eq(users.id, companies.leadUserId))
    .leftJoin(organisations, eq(organisations.id, companies.leadOrgId))
    .where(where)
    .orderBy(...orders[filter.sort], sql`lower(${companies.name})`, companies.id)
    .limit(filter.perPage)
    .offset((filter.page - 1) * filter.perPage)
  const ids = rows.map(({ company }) => company.id)
  const slopes = await slopesOf(tx, ids, at)
  const next = await nextTouches(tx, ids)
  return {
    total: counted?.total ?? 0,
    companies: rows.map(({ company, leadName, leadOrg }) => ({
      id: company.id,
      name: company.name,
      sector: company.sector,
      placeCode: company.placeCode,
      verification: company.verification,
      stage: company.stage as TrustStage,
      standing: standingOf(company, at),
      pausedUntil: company.pausedUntil,
      score: company.trustScore,
      slope: slopes.get(company.id) ?? 'steady',
      lead: { name: leadName, org: leadOrg },
      lastContactAt: company.lastContactAt,
      next: next.get(company.id) ?? null,
    })),
  }
}

/** Where a company's trust is heading is computed, not kept: the answers to the other filters are asked one by one. */
async function heading(tx: Tx, slope: TrustSlope, wanted: SQL | undefined, at: Date): Promise<SQL> {
  const rows = await tx.select({ id: companies.id }).from(companies).where(wanted)
  const slopes = await slopesOf(
    tx,
    rows.map(({ id }) => id),
    at,
  )
  const ids = [...slopes].filter(([, found]) => found === slope).map(([id]) => id)
  return ids.length > 0 ? inArray(companies.id, ids) : sql`false`
}
