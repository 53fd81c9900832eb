import { now } from '#app/platform/clock.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CloseReason } from './close-reasons.ts'
import { loadManagedOpening } from './load-managed-opening.server.ts'
import { moveOpening } from './move-opening.server.ts'

/** Closes an opening for good, with the reason. @throws DomainError conflict when it is a draft or closed already. */
export async function closeOpening(
  tx: Tx,
  openingId: OpeningId,
  version: number,
  reason: CloseReason,
): Promise<void> {
  const row = await loadManagedOpening(tx, openingId, version)
  await moveOpening(tx, row, 'closed', { closeReason: reason, closedAt: now() })
  await audit(tx, { action: 'opening.closed', subjectType: 'opening', subjectId: openingId })
  await emit(tx, 'opening.closed', { openingId })
}
