import { sql } from 'drizzle-orm'
import { placements } from '#db/schema/proposals.ts'
import { localDate } from '../calendar/rome.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** How many trainings, trials and internships began at a company, and how many people it hired. */
export type PlacementsCounted = { hosted: number; hired: number }

/**
 * What came of some companies, up to `at`. Placements are rows about persons that only their own organisation reads: they are
 * counted here, whichever organisation's they are, and nothing else of them leaves.
 */
export async function placementsCounted(
  tx: Tx,
  companyIds: readonly CompanyId[],
  at: Date,
): Promise<Map<CompanyId, PlacementsCounted>> {
  if (companyIds.length === 0) return new Map()
  const ids = sql`${`{${companyIds.join(',')}}`}::uuid[]`
  const rows = await asOurselves(tx, () =>
    tx.execute<PlacementsCounted & { id: CompanyId }>(sql`select ${placements.companyId} as id,
        count(*) filter (where ${placements.kind} <> 'job')::int as hosted,
        count(*) filter (where ${placements.kind} = 'job' or ${placements.becameHire})::int as hired
      from ${placements}
      where ${placements.companyId} = any(${ids}) and ${placements.startsOn} <= ${localDate(at)}
      group by ${placements.companyId}`),
  )
  return new Map(rows.map(({ id, ...counted }) => [id, counted]))
}
