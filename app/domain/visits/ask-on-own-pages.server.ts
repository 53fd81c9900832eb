import { now } from '#app/platform/clock.server.ts'
import { candidateQuestions } from '#db/schema/visits.ts'
import { audit } from '../audit/record.server.ts'
import { previewCard } from '../proposals/preview-card.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Input = { orgId: OrganisationId; candidateId: CandidateId; openingId: OpeningId }

/**
 * Puts the question about an opening on a person's own pages, with the card as it is now: she reads in her language what
 * the company would read, and nothing leaves by it.
 * @throws DomainError refused where no card may go out, not_found for another organisation's person.
 */
export async function askOnOwnPages(tx: Tx, { orgId, candidateId, openingId }: Input): Promise<void> {
  const { refusal, card } = await previewCard(tx, { orgId, candidateId, openingId })
  const askedBy = userIdOf(tx.actor)
  if (refusal) throw new DomainError('refused', `proposals_refused_${refusal}`)
  if (!askedBy) throw new DomainError('forbidden', 'forbidden')
  const asked = { card, askedBy, askedAt: now() }
  await tx
    .insert(candidateQuestions)
    .values({ orgId, candidateId, openingId, ...asked })
    .onConflictDoUpdate({
      target: [candidateQuestions.orgId, candidateQuestions.candidateId, candidateQuestions.openingId],
      set: asked,
    })
  await audit(tx, { action: 'consent.asked', subjectType: 'candidate', subjectId: candidateId })
}
