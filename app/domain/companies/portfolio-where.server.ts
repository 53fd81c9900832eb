import { and, asc, desc, eq, gt, isNull, like, or, sql, type SQL } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { companyGroupMembers } from '#db/schema/company-groups.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { openings } from '#db/schema/openings.ts'
import type { Province } from '../places/areas.ts'
import { places } from '../places/places.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import { SILENCE_AFTER } from '../trust/silence.ts'
import type { Standing } from '../trust/standing.ts'
import { named } from './named.server.ts'
import type { CompanySort, PortfolioFilter, Whose } from './portfolio.ts'

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

/** As `standingOf` tells it of one row. */
function stands(standing: Standing, at: Date): SQL | undefined {
  const paused = and(eq(companies.doNotContact, false), gt(companies.pausedUntil, at))
  if (standing === 'do_not_contact') return eq(companies.doNotContact, true)
  if (standing === 'paused') return paused
  const over = or(
    isNull(companies.pausedUntil),
    sql`${companies.pausedUntil} <= ${at.toISOString()}::timestamptz`,
  )
  return and(eq(companies.doNotContact, false), over)
}

const planned = sql`select 1 from ${followUps}
  where ${followUps.companyId} = ${companies.id} and ${followUps.state} = 'planned'`

function isUnattended(at: Date): SQL | undefined {
  const since = new Date(+at - SILENCE_AFTER).toISOString()
  const silent = sql`coalesce(${companies.lastContactAt}, ${companies.createdAt}) < ${since}::timestamptz`
  return and(stands('open', at), or(isNull(companies.leadUserId), and(silent, sql`not exists (${planned})`)))
}

const openOnes = sql`select 1 from ${openings}
  where ${openings.companyId} = ${companies.id} and ${openings.state} = 'open'`

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
