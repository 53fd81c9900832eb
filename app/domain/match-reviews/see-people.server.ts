import { and, eq, inArray } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Seen = { orgId: OrganisationId; openingId: OpeningId; candidateIds: readonly CandidateId[] }

/**
 * Remembers that somebody of the organisation has read why some of its people fit an opening. The first look counts;
 * later ones change nothing. Other organisations' people are passed over.
 */
export async function seePeople(tx: Tx, { orgId, openingId, candidateIds }: Seen): Promise<void> {
  authorise(tx, 'candidate.read', { orgId })
  const seenBy = userIdOf(tx.actor)
  if (!seenBy) throw new DomainError('forbidden', 'forbidden')
  if (candidateIds.length === 0) return
  const own = await tx
    .select({ candidateId: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), inArray(candidates.id, [...candidateIds])))
  if (own.length === 0) return
  const seenAt = now()
  const first = await tx
    .insert(matchReviews)
    .values(own.map(({ candidateId }) => ({ orgId, openingId, candidateId, seenBy, seenAt })))
    .onConflictDoNothing()
    .returning({ candidateId: matchReviews.candidateId })
  for (const { candidateId } of first)
    await audit(tx, { action: 'match.seen', subjectType: 'candidate', subjectId: candidateId })
}
