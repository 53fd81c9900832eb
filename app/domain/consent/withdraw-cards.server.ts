import { and, eq } from 'drizzle-orm'
import { proposals } from '#db/schema/proposals.ts'
import { endStages } from '../cards/end-stages.server.ts'
import { liveCards, withdrawLive, type LiveCard } from '../cards/live-cards.server.ts'
import { stagesOf } from '../cards/standing-stages.server.ts'
import type { CandidateId, CardId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { consentStands } from './standing-consent.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Withdraws every card of a person for which her consent no longer stands: to be in the engine at all, and to this very
 * opening; and ends the meetings and contracts to which she no longer says yes. From the commit on the company reads
 * nothing of them.
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
  const withdrawn = await withdrawLive(tx, unfounded)
  for (const { cardId, companyId } of await stagesOf(tx, person)) {
    const met = await consentStands(tx, person, 'company', companyId)
    if (met && (await consentStands(tx, person, 'contract', companyId))) continue
    await endStages(tx, { cardIds: [cardId], why: 'consent', only: met ? 'contract' : undefined })
  }
  return withdrawn
}
