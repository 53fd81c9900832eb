import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadManagedOpening } from './load-managed-opening.server.ts'
import { moveOpening } from './move-opening.server.ts'

/** Takes an opening out of the matches for a while. @throws DomainError conflict when it is not open. */
export async function pauseOpening(tx: Tx, openingId: OpeningId, version: number): Promise<void> {
  const row = await loadManagedOpening(tx, openingId, version)
  await moveOpening(tx, row, 'paused')
  await audit(tx, { action: 'opening.paused', subjectType: 'opening', subjectId: openingId })
  await emit(tx, 'opening.paused', { openingId })
}
