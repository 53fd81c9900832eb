import { and, asc, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { candidateRequests } from '#db/schema/visits.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { followedPerson } from '../candidates/followed-person.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { RequestKind } from './own-requests.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

export type OpenRequest = {
  id: string
  candidateId: CandidateId
  code: string
  kind: RequestKind
  askedAt: Date
  dueOn: string
}

const openOnes = (tx: Tx, orgId: OrganisationId, of: Parameters<typeof and>[number]) =>
  tx
    .select({
      id: candidateRequests.id,
      candidateId: candidateRequests.candidateId,
      code: candidates.code,
      kind: candidateRequests.kind,
      askedAt: candidateRequests.askedAt,
      dueOn: candidateRequests.dueOn,
    })
    .from(candidateRequests)
    .innerJoin(
      candidates,
      and(eq(candidates.orgId, candidateRequests.orgId), eq(candidates.id, candidateRequests.candidateId)),
    )
    .where(and(eq(candidateRequests.orgId, orgId), eq(candidateRequests.state, 'open'), of))
    .orderBy(asc(candidateRequests.dueOn), candidateRequests.id)

/** What the people of one case manager have asked of their data and nobody has answered, the first due first. */
export async function requestsToAnswer(
  tx: Tx,
  { orgId, userId }: { orgId: OrganisationId; userId: UserId },
): Promise<OpenRequest[]> {
  authorise(tx, 'candidate.read', { orgId })
  return openOnes(tx, orgId, eq(candidates.caseManagerId, userId))
}

/** What one person has asked of her data and nobody has answered. */
export async function requestsOfPerson(tx: Tx, { orgId, candidateId }: Person): Promise<OpenRequest[]> {
  authorise(tx, 'candidate.read', { orgId })
  return openOnes(tx, orgId, eq(candidates.id, candidateId))
}

/**
 * Says that a request was answered, which is for whoever follows her to say.
 * @throws DomainError not_found and forbidden as `followedPerson`, conflict where it was answered or taken back before.
 */
export async function settleRequest(tx: Tx, person: Person, kind: RequestKind): Promise<void> {
  const { orgId, candidateId } = person
  await followedPerson(tx, person)
  const settled = await tx
    .update(candidateRequests)
    .set({ state: 'done', settledAt: now(), settledBy: userIdOf(tx.actor) })
    .where(
      and(
        eq(candidateRequests.orgId, orgId),
        eq(candidateRequests.candidateId, candidateId),
        eq(candidateRequests.kind, kind),
        eq(candidateRequests.state, 'open'),
      ),
    )
    .returning({ id: candidateRequests.id })
  if (settled.length === 0) throw new DomainError('conflict', 'visits_request_settled')
  await audit(tx, { action: `data.${kind}_answered`, subjectType: 'candidate', subjectId: candidateId })
}
