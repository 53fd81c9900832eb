import { sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { provinceOf } from '../places/places.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { WARM_SCORE } from '../trust/slope.ts'
import type { GroundCell } from './cold-ground.ts'

/** Where a company lies outside of the territory. */
export const ELSEWHERE = 'elsewhere'

/** How many companies there are in each sector of each province, and how many of them are warm as `isWarm` says. */
export async function groundCells(tx: Tx): Promise<GroundCell[]> {
  const rows = await tx.execute<{ number: string; sector: string; companies: number; warm: number }>(sql`
    select left(place_code, 3) as number, sector, count(*)::int as companies,
      count(*) filter (where trust_score >= ${WARM_SCORE} and trust_slope in ('warming', 'steady')
        and not do_not_contact)::int as warm
    from ${companies} where merged_into is null group by 1, 2`)
  const cells = new Map<string, GroundCell>()
  for (const { number, ...row } of rows) {
    const territory = provinceOf(number) ?? ELSEWHERE
    const key = `${territory} ${row.sector}`
    const { companies = 0, warm = 0 } = cells.get(key) ?? {}
    cells.set(key, { ...row, territory, companies: companies + row.companies, warm: warm + row.warm })
  }
  return [...cells.values()]
}
