import { noteHireTalk } from '../follow-ups/hire-talk.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { ownProposal } from './own-proposal.server.ts'

/**
 * Notes that the company was spoken to about a hire, while the internship is under way.
 * @throws DomainError not_found for another organisation's, conflict where no internship is under way.
 */
export async function recordHireTalk(tx: Tx, cardId: CardId): Promise<void> {
  const { placement } = await ownProposal(tx, cardId)
  if (placement?.state !== 'active' || placement.kind !== 'internship')
    throw new DomainError('conflict', 'planned_hire_talk_impossible')
  await noteHireTalk(tx, { orgId: placement.orgId, placementId: placement.id }, 'held')
}
