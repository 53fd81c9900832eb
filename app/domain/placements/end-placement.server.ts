import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { placements } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { moveStageByFact } from '../trust/move-stage.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import type { PlacementEnd } from './end-placement.schema.server.ts'
import { outcomesOf, stateAfter, trustKindsOf } from './outcomes.ts'
import { ownProposal } from './own-proposal.server.ts'
import { personAtWork } from './person-at-work.server.ts'

/**
 * Records how a placement of one's own organisation ended. Unless she was hired, the person returns to the pool.
 * @throws DomainError not_found for another organisation's, conflict when it has ended already.
 */
export async function endPlacement(tx: Tx, cardId: CardId, input: PlacementEnd): Promise<void> {
  const { placement } = await ownProposal(tx, cardId)
  if (placement?.state !== 'active') throw new DomainError('conflict', 'relationship_placement_not_active')
  const { outcome, endedOn } = input
  if (!outcomesOf(placement.kind).includes(outcome)) {
    throw new DomainError('invalid', 'relationship_placement_outcome_job', 'outcome')
  }
  if (endedOn < placement.startsOn) {
    throw new DomainError('invalid', 'relationship_placement_end_before_start', 'endedOn')
  }
  const { orgId, id, candidateId, companyId } = placement
  const hired = outcome === 'became_hire'
  const ended = await tx
    .update(placements)
    .set({ state: stateAfter(outcome), endsOn: endedOn, becameHire: hired })
    .where(and(eq(placements.orgId, orgId), eq(placements.id, id), eq(placements.state, 'active')))
    .returning({ id: placements.id })
  if (ended.length === 0) throw new DomainError('conflict', 'relationship_placement_not_active')
  if (!hired) await personAtWork(tx, { orgId, candidateId }, false)
  await audit(tx, { action: 'placement.ended', subjectType: 'candidate', subjectId: candidateId })
  await emit(tx, 'placement.ended', { orgId, placementId: id })
  const occurredAt = endedOn === localDate(now()) ? now() : atLocal(endedOn, '12:00')
  for (const kind of trustKindsOf[outcome]) {
    await recordTrustEvent(tx, { companyId, kind, causeType: 'placement', causeId: id, occurredAt })
  }
  if (hired) await moveStageByFact(tx, companyId, 'hired')
}
