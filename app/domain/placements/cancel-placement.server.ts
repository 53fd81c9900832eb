import { and, eq, gt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { placements } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { localDate } from '../calendar/rome.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { ownProposal } from './own-proposal.server.ts'
import { personAtWork } from './person-at-work.server.ts'

/**
 * Calls off a placement of one's own organisation that was agreed and has not begun: it never was, the person returns to
 * the pool, and the company's yes to her card stands, so that another day can be agreed.
 * @throws DomainError not_found for another organisation's, conflict when there is none or its first day has come.
 */
export async function cancelPlacement(tx: Tx, cardId: CardId): Promise<void> {
  const { placement } = await ownProposal(tx, cardId)
  if (!placement) throw new DomainError('conflict', 'relationship_placement_not_agreed')
  const { orgId, id, candidateId, companyId } = placement
  const cancelled = await tx
    .delete(placements)
    .where(
      and(
        eq(placements.orgId, orgId),
        eq(placements.id, id),
        eq(placements.state, 'active'),
        gt(placements.startsOn, localDate(now())),
      ),
    )
    .returning({ id: placements.id })
  if (cancelled.length === 0) throw new DomainError('conflict', 'relationship_placement_not_agreed')
  await personAtWork(tx, { orgId, candidateId }, false)
  await audit(tx, { action: 'placement.cancelled', subjectType: 'candidate', subjectId: candidateId })
  await emit(tx, 'placement.cancelled', { companyId })
}
