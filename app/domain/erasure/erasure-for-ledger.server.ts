import { and, eq } from 'drizzle-orm'
import type { LedgerLine } from '#app/platform/erasure-ledger.server.ts'
import { erasures } from '#db/schema/erasures.ts'
import type { ErasureId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** What is written down of an erasure outside of the database; null where there is none. */
export async function erasureForLedger(
  tx: Tx,
  { orgId, erasureId }: { orgId: string; erasureId: string },
): Promise<LedgerLine | null> {
  const [row] = await tx
    .select()
    .from(erasures)
    .where(and(eq(erasures.orgId, orgId as OrganisationId), eq(erasures.id, erasureId as ErasureId)))
  if (!row) return null
  const { candidateId, why, erasedBy: by, erasedAt } = row
  return { at: erasedAt.toISOString(), orgId, candidateId, erasureId, why, by }
}
