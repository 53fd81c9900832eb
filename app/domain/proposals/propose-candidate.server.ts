import { and, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { cardAttributes, cards, disclosures, proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { localDate } from '../calendar/rome.ts'
import { isKnownAttribute } from '../disclosure/card-attributes.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, CardId, OpeningId, OrganisationId, ProposalId } from '../shared/ids.ts'
import { userIdOf } from '../shared/actor.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { previewCard } from './preview-card.server.ts'
import { mondayOf } from './monday.ts'

type Input = { orgId: OrganisationId; candidateId: CandidateId; openingId: OpeningId }

/**
 * Puts a person forward for an opening: the card that the preview shows, what it discloses, the link between both and
 * the event that mails the company, in one transaction with the k count that allowed it.
 * @returns the card's id.
 * @throws DomainError refused with the reason (never which safety reason), not_found for another organisation's person.
 */
export async function proposeCandidate(tx: Tx, input: Input): Promise<CardId> {
  authorise(tx, 'candidate.propose', { orgId: input.orgId })
  await holdHerAnswers(tx, input)
  const preview = await previewCard(tx, input)
  const proposedBy = userIdOf(tx.actor)
  if (preview.refusal) throw new DomainError('refused', `proposals_refused_${preview.refusal}`)
  if (!preview.consented) throw new DomainError('refused', 'proposals_refused_no_consent')
  if (!preview.contactId || !proposedBy) throw new DomainError('refused', 'proposals_refused_no_contact')
  if (!preview.card.every(isKnownAttribute))
    throw new Error('a card attribute lies outside of the vocabulary')

  const at = now()
  const cardId = newId<CardId>()
  const { orgId, candidateId, openingId } = input
  const { companyId, contactId, k } = preview
  await tx
    .insert(cards)
    .values({ id: cardId, openingId, companyId, contactId, week: mondayOf(localDate(at)), sentAt: at })
  await tx
    .insert(proposals)
    .values({ orgId, id: newId<ProposalId>(), candidateId, openingId, companyId, cardId, proposedBy, at })
  await tx.insert(cardAttributes).values(preview.card.map((shown) => ({ cardId, ...shown })))
  await tx
    .insert(disclosures)
    .values(preview.card.map((shown) => ({ orgId, candidateId, cardId, ...shown, k, at })))
  await audit(tx, { action: 'candidate.proposed', subjectType: 'candidate', subjectId: candidateId })
  await emit(tx, 'card.sent', { cardId })
  return cardId
}

/** A consent recorded at this moment comes before the card, which then asks for it, or after it, and takes it back. */
async function holdHerAnswers(tx: Tx, { orgId, candidateId }: Input): Promise<void> {
  await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
    .for('share')
}
