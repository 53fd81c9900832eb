import { and, isNotNull, isNull, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { audit } from '../audit/record.server.ts'
import { MEETING_SHOWN } from '../disclosure/stage-rules.ts'
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

/** Removes the names that meetings told whose pages are closed: nobody reads them any more. Once an hour, too. */
export async function forgetToldNames(tx: Tx): Promise<void> {
  await tx
    .update(meetings)
    .set({ nameTold: null })
    .where(and(isNotNull(meetings.nameTold), lt(meetings.startsAt, new Date(+now() - MEETING_SHOWN))))
}
