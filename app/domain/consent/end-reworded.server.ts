import { endStages } from '../cards/end-stages.server.ts'
import { stagesOf } from '../cards/standing-stages.server.ts'
import type { CandidateId, CardId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { ConsentPurpose } from './standing-consent.server.ts'

/** The card whose page asks, and the hashes of its words in each language: a yes to one of them stands for all. */
export type AskedOn = { cardId: CardId; sameWords: readonly string[] }

type Reworded = {
  orgId: OrganisationId
  candidateId: CandidateId
  purpose: ConsentPurpose
  /** The company, for the two purposes that this is about. */
  subjectId: string | null
  /** What she says yes to now, and what she had said yes to. */
  textHash: string
  former: string
  about?: AskedOn | undefined
}

/**
 * Ends what rested on a yes to other words: a meeting, with the contract after it, may go under a name that she gave up,
 * and a contract tell more than she allows now. What she says yes to instead is arranged or sent anew. A page that asks about
 * one card ends only what stands on that one: a yes for another opening of the same company says nothing of the others.
 */
export async function endReworded(tx: Tx, reworded: Reworded): Promise<void> {
  const { orgId, candidateId, purpose, subjectId, textHash, former, about } = reworded
  if (purpose !== 'company' && purpose !== 'contract') return
  if ((about?.sameWords ?? [textHash]).includes(former)) return
  const standing = await stagesOf(tx, { orgId, candidateId })
  const cardIds = standing.flatMap(({ cardId, companyId }) =>
    companyId === subjectId && (!about || about.cardId === cardId) ? cardId : [],
  )
  await endStages(tx, { cardIds, why: 'consent', only: purpose === 'contract' ? 'contract' : undefined })
}
