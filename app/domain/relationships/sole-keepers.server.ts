import { sql } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { reachedLately } from '../companies/tending.server.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Somebody of the network, and how many companies she alone reached; `active` false where her account is closed. */
export type SoleKeeper = {
  id: UserId
  name: string
  org: string | null
  active: boolean
  companies: number
  /** How many of them have posted an opening or went further: what would be lost. */
  engaged: number
}

/** `reached`: companies that anybody reached in the last 12 months; `alone`: those that only one person did. */
export type SoleKeepers = { reached: number; alone: number; keepers: SoleKeeper[] }

/**
 * Whose relationships hang on one person: companies all of whose real contacts of the last 12 months were hers. The `most`
 * who keep most of them.
 */
export async function soleKeepers(tx: Tx, at: Date, most: number): Promise<SoleKeepers> {
  type Row = Omit<SoleKeepers, 'keepers'> & { keepers: SoleKeeper[] | null }
  // Least and greatest as text: PostgreSQL before 18 has neither for uuid.
  const [row] = await tx.execute<Row>(sql`
    with by_company as (
      select ${interactions.companyId} as company_id, min(${interactions.userId}::text) as first_by,
        max(${interactions.userId}::text) as last_by
      from ${interactions} where ${reachedLately(at)} group by 1),
    known as (
      select b.*, c.stage not in ('new', 'contacted', 'in_dialogue') as engaged
      from by_company b join ${companies} c on c.id = b.company_id where c.merged_into is null),
    kept as (
      select u.id, u.name, o.name as org, u.active, count(*) as companies, count(*) filter (where engaged) as engaged
      from known join ${users} u on u.id = known.first_by::uuid left join ${organisations} o on o.id = u.org_id
      where first_by = last_by group by u.id, o.name order by count(*) desc, lower(u.name), u.id limit ${most})
    select (select count(*) from known)::int as reached,
      (select count(*) from known where first_by = last_by)::int as alone,
      (select json_agg(kept) from kept) as keepers`)
  return { reached: row?.reached ?? 0, alone: row?.alone ?? 0, keepers: row?.keepers ?? [] }
}
