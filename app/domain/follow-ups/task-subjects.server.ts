import { and, eq, inArray, or } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { cards, placements, proposals } from '#db/schema/proposals.ts'
import { personProposed, placementThatCame } from '../proposals/proposal-joins.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import type { CandidateId, CardId, OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Where a task about a card, a placement or an opening leads; `person` only for one's own organisation. */
export type TaskSubject = {
  openingId: OpeningId | null
  cardId: CardId | null
  person: { candidateId: CandidateId; code: string } | null
}

type Filed = { subjectType: string; subjectId: string }

const NOWHERE: TaskSubject = { openingId: null, cardId: null, person: null }

/** What the tasks of a list are about, in two statements. Persons come from the actor's own organisation alone. */
export async function taskSubjects(
  tx: Tx,
  { orgId }: StaffActor,
  tasks: readonly Filed[],
): Promise<(task: Filed) => TaskSubject> {
  const idsOf = (type: string) =>
    tasks.flatMap(({ subjectType, subjectId }) => (subjectType === type ? [subjectId] : []))
  const cardIds = idsOf('card') as CardId[]
  const placementIds = idsOf('placement')
  const sent = cardIds.length > 0 ? await tx.select().from(cards).where(inArray(cards.id, cardIds)) : []
  const own =
    cardIds.length + placementIds.length > 0
      ? await tx
          .select({
            cardId: proposals.cardId,
            openingId: proposals.openingId,
            candidateId: proposals.candidateId,
            code: candidates.code,
            placementId: placements.id,
          })
          .from(proposals)
          .innerJoin(candidates, personProposed)
          .leftJoin(placements, placementThatCame)
          .where(
            and(
              eq(proposals.orgId, orgId),
              or(inArray(proposals.cardId, cardIds), inArray(placements.id, placementIds)),
            ),
          )
      : []
  return ({ subjectType, subjectId }) => {
    if (subjectType === 'opening') return { ...NOWHERE, openingId: subjectId as OpeningId }
    const found = own.find(({ cardId, placementId }) => subjectId === cardId || subjectId === placementId)
    if (found) {
      const { openingId, cardId, candidateId, code } = found
      return { openingId, cardId, person: { candidateId, code } }
    }
    const card = sent.find(({ id }) => id === subjectId)
    return card ? { ...NOWHERE, openingId: card.openingId } : NOWHERE
  }
}
