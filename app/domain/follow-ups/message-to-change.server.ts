import { DomainError } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { allowMove, lockFollowUp, type FollowUpRow } from './lock-follow-up.server.ts'

/**
 * A planned message that has not left, locked until the command ends.
 * @throws DomainError not_found, conflict for a task, and for what is over or on its way.
 */
export async function messageToChange(tx: Tx, id: FollowUpId): Promise<FollowUpRow> {
  const { row } = await lockFollowUp(tx, id)
  if (row.kind !== 'message') throw new DomainError('conflict', 'planned_not_a_message')
  allowMove(row, 'cancelled', 'by hand')
  return row
}
