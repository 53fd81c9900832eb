import { and, eq, ne } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { placements, proposals } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { avoids } from '../cards/avoided-work.server.ts'
import { liveCards, withdrawLive } from '../cards/live-cards.server.ts'
import { addDays, addMonths, localDate } from '../calendar/rome.ts'
import { emit } from '../outbox/emit.server.ts'
import { isWelcomed } from '../proposals/welcomed.ts'
import { DomainError } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { countPlacement } from './count-placement.server.ts'
import { personAtWork } from './person-at-work.server.ts'
import { ownProposal } from './own-proposal.server.ts'
import type { PlacementStart } from './record-placement.schema.server.ts'

/** A placement is written down when it is agreed, not years before it begins. */
const AHEAD_DAYS = 120
/** The law allows 12 months of internship, 24 to a person with a disability. */
const LONGEST_MONTHS = 24

/**
 * Records that a person of one's own organisation begins at a company, after its yes to her card. She leaves the pool of
 * people to propose until it ends, and her cards at other companies are withdrawn.
 * @throws DomainError not_found for another organisation's card, conflict without a yes or when it is recorded already,
 * refused at a workplace that she must avoid.
 */
export async function recordPlacement(tx: Tx, cardId: CardId, input: PlacementStart): Promise<string> {
  const { proposal, card, opening, placement } = await ownProposal(tx, cardId)
  if (!isWelcomed(card)) throw new DomainError('conflict', 'relationship_placement_not_welcomed')
  if (placement) throw new DomainError('conflict', 'relationship_placement_known')
  const kind = opening.kind ?? 'job'
  checkDays(input, kind, localDate(card.sentAt))

  const { orgId, candidateId, openingId, companyId } = proposal
  if (await avoids(tx, { orgId, candidateId }, openingId)) {
    throw new DomainError('refused', 'relationship_placement_not_proposable')
  }
  const { startsOn, endsOn = null, fundingSource } = input
  const id = newId<string>()
  await tx.insert(placements).values({
    ...{ orgId, id, candidateId, openingId, companyId, kind, state: 'active' },
    ...{ startsOn, endsOn, fundingSource, createdAt: now() },
  })
  await personAtWork(tx, { orgId, candidateId }, true)
  const hersElsewhere = and(
    eq(proposals.orgId, orgId),
    eq(proposals.candidateId, candidateId),
    ne(proposals.cardId, cardId),
  )
  await withdrawLive(tx, await liveCards(tx, hersElsewhere))
  await audit(tx, { action: 'placement.recorded', subjectType: 'candidate', subjectId: candidateId })
  await emit(tx, 'placement.began', { orgId, placementId: id })
  // What begins on a later day counts from that day on: workers/daily.ts.
  if (startsOn <= localDate(now())) await countPlacement(tx, { id, companyId, kind, startsOn })
  return id
}

function checkDays({ startsOn, endsOn }: PlacementStart, kind: string, sentOn: string): void {
  if (startsOn < sentOn) throw new DomainError('invalid', 'relationship_placement_start_early', 'startsOn')
  if (startsOn > addDays(localDate(now()), AHEAD_DAYS)) {
    throw new DomainError('invalid', 'relationship_placement_start_far', 'startsOn')
  }
  if (kind !== 'job' && !endsOn) {
    throw new DomainError('invalid', 'relationship_placement_end_missing', 'endsOn')
  }
  if (kind !== 'job' && endsOn && endsOn > addMonths(startsOn, LONGEST_MONTHS)) {
    throw new DomainError('invalid', 'relationship_placement_too_long', 'endsOn')
  }
}
