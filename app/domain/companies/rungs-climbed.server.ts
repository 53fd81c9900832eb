import { asc, eq } from 'drizzle-orm'
import { stageChanges } from '#db/schema/trust.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { climbed, type Rungs } from '../trust/climbed.ts'
import type { TrustStage } from '../trust/stages.ts'

/** When a company came to each rung that it stands on or above. */
export async function rungsClimbed(tx: Tx, companyId: CompanyId): Promise<Rungs> {
  const rows = await tx
    .select({ from: stageChanges.fromStage, to: stageChanges.toStage, at: stageChanges.at })
    .from(stageChanges)
    .where(eq(stageChanges.companyId, companyId))
    .orderBy(asc(stageChanges.at), asc(stageChanges.id))
  return climbed(rows.map(({ from, to, at }) => ({ from: from as TrustStage, to: to as TrustStage, at })))
}
