import { audit } from '../audit/record.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadManagedOpening } from './load-managed-opening.server.ts'
import type { StepValues } from './save-opening-step.schema.server.ts'
import { writeStep } from './write-step.server.ts'

/**
 * Saves one step of a draft by itself, in any order; what the other steps lack does not matter yet.
 * @returns the new version.
 * @throws DomainError stale when somebody saved the draft since the form was made, conflict when it is posted already.
 */
export async function saveOpeningStep(
  tx: Tx,
  openingId: OpeningId,
  version: number,
  input: StepValues,
): Promise<number> {
  const row = await loadManagedOpening(tx, openingId, version)
  if (row.state !== 'draft') throw new DomainError('conflict', 'openings_already_posted')
  const saved = await writeStep(tx, row, input)
  await audit(tx, { action: 'opening.saved', subjectType: 'opening', subjectId: openingId })
  return saved
}
