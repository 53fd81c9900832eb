import { and, eq } from 'drizzle-orm'
import { proposals } from '#db/schema/proposals.ts'
import { liveCards, withdrawLive, type LiveCard } from '../cards/live-cards.server.ts'
import type { CandidateId, CardId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { consentStands } from './standing-consent.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Withdraws every card of a person for which her consent no longer stands: to be in the engine at all, and to this very
 * opening. From the commit on the company reads nothing of it.
 * @returns the cards that were withdrawn.
 */
export async function withdrawCards(tx: Tx, person: Person): Promise<CardId[]> {
  const hers = and(eq(proposals.orgId, person.orgId), eq(proposals.candidateId, person.candidateId))
  const live = await liveCards(tx, hers)
  const inEngine = await consentStands(tx, person, 'matching', null)
  const unfounded: LiveCard[] = []
  for (const card of live) {
    if (!inEngine || !(await consentStands(tx, person, 'opening', card.openingId))) unfounded.push(card)
  }
  return withdrawLive(tx, unfounded)
}
