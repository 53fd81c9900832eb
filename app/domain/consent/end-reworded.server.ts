import { endStages } from '../cards/end-stages.server.ts'
import { stagesOf } from '../cards/standing-stages.server.ts'
import type { CandidateId, CardId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { ConsentPurpose } from './standing-consent.server.ts'

type Reworded = {
  orgId: OrganisationId
  candidateId: CandidateId
  purpose: ConsentPurpose
  /** The card that both yeses are about: one for another opening of the same company says nothing of it. */
  instead?: CardId | undefined
}

/**
 * Ends what rested on a yes to other words: a meeting, with the contract after it, may go under a name that she gave up,
 * and a contract tell more than she allows now. What she says yes to instead is arranged or sent anew.
 */
export async function endReworded(tx: Tx, { orgId, candidateId, purpose, instead }: Reworded): Promise<void> {
  if (purpose !== 'company' && purpose !== 'contract') return
  const standing = await stagesOf(tx, { orgId, candidateId })
  const cardIds = standing.flatMap(({ cardId }) => (cardId === instead ? cardId : []))
  await endStages(tx, { cardIds, why: 'consent', only: purpose === 'contract' ? 'contract' : undefined })
}
