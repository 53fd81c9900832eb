import { asc, eq } from 'drizzle-orm'
import { stageChanges } from '#db/schema/trust.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustStage } from '../trust/stages.ts'

/** When a company came to each rung it stands on or above, the latest time where it fell and rose again. */
export async function rungsClimbed(tx: Tx, companyId: CompanyId): Promise<Partial<Record<TrustStage, Date>>> {
  const rows = await tx
    .select({ from: stageChanges.fromStage, to: stageChanges.toStage, at: stageChanges.at })
    .from(stageChanges)
    .where(eq(stageChanges.companyId, companyId))
    .orderBy(asc(stageChanges.at))
  const moved = rows.filter(({ from, to }) => from !== to)
  return Object.fromEntries(moved.map(({ to, at }) => [to, at]))
}
