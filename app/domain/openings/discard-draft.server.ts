import { and, eq } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import { audit } from '../audit/record.server.ts'
import { indexOpening } from '../search/keep-index.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadManagedOpening } from './load-managed-opening.server.ts'

/** Throws a draft away: nobody else has seen it. @throws DomainError conflict when it was posted. */
export async function discardDraft(tx: Tx, openingId: OpeningId, version: number): Promise<void> {
  const row = await loadManagedOpening(tx, openingId, version)
  if (row.state !== 'draft') throw new DomainError('conflict', 'openings_already_posted')
  await tx.delete(openings).where(and(eq(openings.id, openingId), eq(openings.companyId, row.companyId)))
  await indexOpening(tx, row.companyId, openingId)
  await audit(tx, { action: 'opening.discarded', subjectType: 'opening', subjectId: openingId })
}
