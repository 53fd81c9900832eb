import { endStages } from '../cards/end-stages.server.ts'
import { standingStages } from '../cards/standing-stages.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { ConsentPurpose } from './standing-consent.server.ts'

type Reworded = {
  orgId: OrganisationId
  candidateId: CandidateId
  purpose: ConsentPurpose
  /** The company, for the two purposes that this is about. */
  subjectId: string | null
}

/**
 * Ends what rested on a yes to other words: a meeting, with the contract after it, may go under a name that she gave up,
 * and a contract tell more than she allows now. What she says yes to instead is arranged or sent anew.
 */
export async function endReworded(
  tx: Tx,
  { orgId, candidateId, purpose, subjectId }: Reworded,
): Promise<void> {
  if (purpose !== 'company' && purpose !== 'contract') return
  const standing = await standingStages(tx, { orgId, candidateId })
  const cardIds = standing.filter(({ companyId }) => companyId === subjectId).map(({ cardId }) => cardId)
  await endStages(tx, { cardIds, why: 'consent', only: purpose === 'contract' ? 'contract' : undefined })
}
