import { and, eq, inArray, or } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { cards, placements, proposals } from '#db/schema/proposals.ts'
import { personProposed, placementThatCame } from '../proposals/proposal-joins.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import type { CandidateId, CardId, EventId, InvitationId, OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Where a task about a card, a placement, an opening or an event leads; `person` only for one's own organisation. */
export type TaskSubject = {
  openingId: OpeningId | null
  cardId: CardId | null
  eventId: EventId | null
  person: { candidateId: CandidateId; code: string } | null
}

type Filed = { subjectType: string; subjectId: string }

const NOWHERE: TaskSubject = { openingId: null, cardId: null, eventId: null, person: null }

/** What the tasks of a list are about, in a statement for each kind. Persons come from the actor's own organisation alone. */
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
  const invitations = await eventsOf(tx, idsOf('event_invitation') as InvitationId[])
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
    const eventId = invitations.get(subjectId as InvitationId)
    if (eventId) return { ...NOWHERE, eventId }
    const found = own.find(({ cardId, placementId }) => subjectId === cardId || subjectId === placementId)
    if (found) {
      const { openingId, cardId, candidateId, code } = found
      return { ...NOWHERE, openingId, cardId, person: { candidateId, code } }
    }
    const card = sent.find(({ id }) => id === subjectId)
    return card ? { ...NOWHERE, openingId: card.openingId } : NOWHERE
  }
}

async function eventsOf(tx: Tx, ids: readonly InvitationId[]): Promise<Map<InvitationId, EventId>> {
  if (ids.length === 0) return new Map()
  const { id, eventId } = eventInvitations
  const rows = await tx
    .select({ id, eventId })
    .from(eventInvitations)
    .where(inArray(id, [...ids]))
  return new Map(rows.map((row) => [row.id, row.eventId]))
}
