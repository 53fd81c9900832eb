import { sql } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustSlopes, type TrustSlope } from '../trust/slope.ts'

export type HeadedCompany = {
  id: CompanyId
  name: string
  score: number
  lead: string | null
  lastContactAt: Date | null
}
export type Headed = { slope: TrustSlope; total: number; companies: HeadedCompany[] }

/**
 * The companies by where their relationship is heading, as their rows keep it: of each slope how many, and the `most`
 * with the highest score, who have most to lose or are nearest to being asked a favour.
 */
export async function companiesByHeading(tx: Tx, most: number): Promise<Headed[]> {
  type Row = Omit<HeadedCompany, 'lastContactAt'> & {
    slope: TrustSlope
    total: number
    /** In milliseconds. */
    lastContact: number | null
  }
  const rows = await tx.execute<Row>(sql`
    select ranked.id, ranked.name, ranked.slope, ranked.score, ranked.total, extract(epoch from ranked.last_contact_at)::float8 * 1000 as "lastContact",
      ${users.name} as lead
    from (select id, name, trust_slope as slope, trust_score::float8 as score, lead_user_id, last_contact_at,
        count(*) over (partition by trust_slope)::int as total,
        row_number() over (partition by trust_slope order by trust_score desc, lower(name), id) as place
      from ${companies} where merged_into is null) ranked
    left join ${users} on ${users.id} = ranked.lead_user_id
    where place <= ${most} order by place`)
  return trustSlopes.map((slope) => {
    const own = rows.filter((row) => row.slope === slope)
    return {
      slope,
      total: own[0]?.total ?? 0,
      companies: own.map(({ id, name, score, lead, lastContact }) => ({
        ...{ id, name, score, lead },
        lastContactAt: lastContact === null ? null : new Date(lastContact),
      })),
    }
  })
}
