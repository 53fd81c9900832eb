import { sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The company that a merged one went into, however many merges later; itself where it was never merged. */
export async function survivorOf(tx: Tx, companyId: CompanyId): Promise<CompanyId> {
  const rows = await tx.execute<{ id: CompanyId }>(sql`
    with recursive went (id, into_id) as (
      select id, merged_into from ${companies} where id = ${companyId}
      union all select c.id, c.merged_into from ${companies} c join went on c.id = went.into_id)
    select id from went where into_id is null`)
  return rows[0]?.id ?? companyId
}
