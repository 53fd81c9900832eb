import { eraseAgain } from '#app/domain/erasure/erase-person.server.ts'
import type { CandidateId, ErasureId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import type { LedgerLine } from '#app/platform/erasure-ledger.server.ts'
import { asWorker } from '../worker-actor.ts'

/**
 * Erases everybody again whom the ledger says to be erased, each in a transaction of her own. Doing it twice changes nothing.
 * @returns how many had come back.
 */
export async function replayErasures(lines: readonly LedgerLine[]): Promise<number> {
  let again = 0
  for (const { at, orgId, candidateId, erasureId, why, by } of lines) {
    const person = { orgId: orgId as OrganisationId, candidateId: candidateId as CandidateId }
    const act = { id: erasureId as ErasureId, why, erasedBy: by as UserId | null, erasedAt: new Date(at) }
    if (await asWorker((tx) => eraseAgain(tx, person, act))) again += 1
  }
  return again
}
