import { and, isNull, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contractLinks } from '#db/schema/stages.ts'
import { audit } from '../audit/record.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Ends the contracts' links whose seven days are over, and removes with them what was asked for a contract alone. No
 * company opens them since the moment itself. For our own processes, once an hour; doing it twice changes nothing.
 */
export async function endExpiredContracts(tx: Tx): Promise<void> {
  const at = now()
  const ended = await tx
    .update(contractLinks)
    .set({ endedAt: at, endedWhy: 'expired', taxCode: null, address: null })
    .where(and(isNull(contractLinks.endedAt), lt(contractLinks.expiresAt, at)))
    .returning({ orgId: contractLinks.orgId, candidateId: contractLinks.candidateId })
  for (const { orgId, candidateId } of ended) {
    await audit(tx, { action: 'contract.ended', subjectType: 'candidate', subjectId: candidateId, orgId })
  }
}
