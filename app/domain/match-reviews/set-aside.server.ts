import { and, eq, isNotNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { WhyNot } from './why-not.ts'

type Subject = { orgId: OrganisationId; openingId: OpeningId; candidateId: CandidateId }

/**
 * Sets a person aside for one opening, with the reason; another reason replaces the first. She stays in the engine and
 * in every other ranking.
 * @throws DomainError not_found for another organisation's person.
 */
export async function setAside(tx: Tx, subject: Subject, whyNot: WhyNot): Promise<void> {
  const { orgId, candidateId } = subject
  authorise(tx, 'candidate.propose', { orgId })
  const by = userIdOf(tx.actor)
  if (!by) throw new DomainError('forbidden', 'forbidden')
  const known = and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId))
  if ((await tx.$count(candidates, known)) === 0) notFound()
  const at = now()
  const aside = { whyNot, setAsideBy: by, setAsideAt: at }
  await tx
    .insert(matchReviews)
    .values({ ...subject, seenBy: by, seenAt: at, ...aside })
    .onConflictDoUpdate({
      target: [matchReviews.orgId, matchReviews.openingId, matchReviews.candidateId],
      set: aside,
    })
  await audit(tx, { action: 'match.set_aside', subjectType: 'candidate', subjectId: candidateId })
}

/** Puts a person back among those to propose. Who is not set aside stays as she is. */
export async function putBack(tx: Tx, { orgId, openingId, candidateId }: Subject): Promise<void> {
  authorise(tx, 'candidate.propose', { orgId })
  const back = await tx
    .update(matchReviews)
    .set({ whyNot: null, setAsideBy: null, setAsideAt: null })
    .where(
      and(
        eq(matchReviews.orgId, orgId),
        eq(matchReviews.openingId, openingId),
        eq(matchReviews.candidateId, candidateId),
        isNotNull(matchReviews.whyNot),
      ),
    )
    .returning({ candidateId: matchReviews.candidateId })
  if (back.length > 0)
    await audit(tx, { action: 'match.put_back', subjectType: 'candidate', subjectId: candidateId })
}
