import { erasureForLedger } from '#app/domain/erasure/erasure-for-ledger.server.ts'
import { appendErasure } from '#app/platform/erasure-ledger.server.ts'
import type { Handler } from '../handler.ts'
import { asWorker } from '../worker-actor.ts'

/** Writes an erasure down outside of the database, so that no backup of before brings her back. A second line does no harm. */
export const ledgerErasure: Handler<'person.erased'> = async ({ payload }, effect) => {
  const line = await asWorker((tx) => erasureForLedger(tx, payload))
  if (!line) return
  await effect('ledger', () => appendErasure(line))
}
