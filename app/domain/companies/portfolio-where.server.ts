import { and, asc, desc, eq, isNull, like, or, sql, type SQL } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { companyGroupMembers } from '#db/schema/company-groups.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import type { Province } from '../places/areas.ts'
import { places } from '../places/places.server.ts'
import type { NotNowReason } from '../proposals/not-now-reasons.ts'
import { DAY } from '../shared/durations.ts'
import type { StaffActor } from '../shared/actor.ts'
import { named } from './named.server.ts'
import type { CompanySort, PortfolioFilter, Whose } from './portfolio.ts'
import { isUnattended, knownOnlyTo, lacking, stands } from './tending.server.ts'

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

const openOnes = sql`select 1 from ${openings}
  where ${openings.companyId} = ${companies.id} and ${openings.state} = 'open'`

/** What a company would need in order to say yes is asked again: a reason a year old says nothing of today. */
const saidNotNow = (reason: NotNowReason, at: Date): SQL => sql`exists (select 1 from ${cards}
  where ${cards.companyId} = ${companies.id} and ${cards.notNowReason} = ${reason}
    and ${cards.answeredAt} >= ${new Date(+at - 365 * DAY).toISOString()}::timestamptz)`

/** The companies that a filter asks for, as `actor` means it at `at`. */
export function portfolioWhere(filter: PortfolioFilter, actor: StaffActor, at: Date): SQL | undefined {
  const { stage, slope, standing, province, place, sector, leadOrg, leadUser } = filter
  return and(
    isNull(companies.mergedInto),
    stage ? eq(companies.stage, stage) : undefined,
    slope ? eq(companies.trustSlope, slope) : undefined,
    standing ? stands(standing, at) : undefined,
    ledBy(filter.whose, actor),
    province ? inProvince(province) : undefined,
    place ? eq(companies.placeCode, place) : undefined,
    sector ? eq(companies.sector, sector) : undefined,
    leadOrg ? eq(companies.leadOrgId, leadOrg) : undefined,
    leadUser ? eq(companies.leadUserId, leadUser) : undefined,
    filter.group
      ? sql`exists (select 1 from ${companyGroupMembers}
          where ${companyGroupMembers.companyId} = ${companies.id} and ${companyGroupMembers.groupId} = ${filter.group})`
      : undefined,
    filter.unattended ? isUnattended(at) : undefined,
    filter.lack ? lacking(filter.lack, at) : undefined,
    filter.notNow ? saidNotNow(filter.notNow, at) : undefined,
    filter.knownOnlyTo ? knownOnlyTo(filter.knownOnlyTo, at) : undefined,
    filter.hasOpenings ? sql`exists (${openOnes})` : undefined,
    named(filter.search),
  )
}

const orders: Record<CompanySort, SQL[]> = {
  next: [
    sql`(select min(${followUps.dueAt}) from ${followUps}
      where ${followUps.companyId} = ${companies.id} and ${followUps.state} = 'planned') asc nulls last`,
  ],
  name: [],
  score: [desc(companies.trustScore)],
  coldest: [asc(companies.trustScore)],
  last: [sql`${companies.lastContactAt} asc nulls first`],
  openings: [
    sql`(select count(*) from ${openings}
      where ${openings.companyId} = ${companies.id} and ${openings.state} = 'open') desc`,
  ],
}

/** The order that a filter asks for; equal ones by name. */
export const portfolioOrder = ({ sort }: Pick<PortfolioFilter, 'sort'>): SQL[] => [
  ...orders[sort],
  sql`lower(${companies.name})`,
  sql`${companies.id}`,
]
