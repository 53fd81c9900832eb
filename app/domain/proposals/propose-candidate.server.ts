import { and, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cardAttributes, cards, disclosures, proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { localDate } from '../calendar/rome.ts'
import { latestConsent } from '../consent/standing-consent.server.ts'
import { isKnownAttribute, type CardAttribute } from '../disclosure/card-attributes.ts'
import { oneProposalAtATime } from '../disclosure/count-alike.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, CardId, OpeningId, OrganisationId, ProposalId } from '../shared/ids.ts'
import { userIdOf } from '../shared/actor.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { askedOpening, type AskedOpening } from './asked-opening.server.ts'
import { mondayOf } from './monday.ts'
import { previewCard } from './preview-card.server.ts'
import { changedSince, seenCard } from './seen-card.ts'

type Subject = { orgId: OrganisationId; candidateId: CandidateId; openingId: OpeningId }

/** The words in which a person is asked about a card, in each language that the interface has. */
export type Wording = (opening: AskedOpening, card: readonly CardAttribute[]) => string[]

type Input = Subject & {
  /** What the page showed to whoever sends. */
  seen: string
  wording: Wording
}

/**
 * Puts a person forward for an opening: the card that was looked at and that she said yes to, what it discloses, the
 * link between both and the event that mails the company, in one transaction with the k count that allowed it.
 * @returns the card's id.
 * @throws DomainError stale when the card is not the one that was looked at or that she agreed to, refused with the
 * reason (never which safety reason), not_found for another organisation's person.
 */
export async function proposeCandidate(tx: Tx, input: Input): Promise<CardId> {
  authorise(tx, 'candidate.propose', { orgId: input.orgId })
  await holdWhatItRestsOn(tx, input)
  const preview = await previewCard(tx, input)
  const proposedBy = userIdOf(tx.actor)
  if (preview.refusal) throw new DomainError('refused', `proposals_refused_${preview.refusal}`)
  await checkAgreed(tx, input, preview.card)
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

/**
 * Everything that a card rests on stays as it is until the commit. The order is that of all commands: the person, what
 * is shown of people, the opening, its company, cards, and the heads of the audit last. A consent or an exclusion that
 * is recorded at this moment comes before the card, which then meets it, or after it, and takes it back; and so do the
 * end of an opening and of a company's verification.
 */
async function holdWhatItRestsOn(tx: Tx, { orgId, candidateId, openingId }: Subject): Promise<void> {
  await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
    .for('share')
  await oneProposalAtATime(tx)
  const [opening] = await tx
    .select({ companyId: openings.companyId })
    .from(openings)
    .where(eq(openings.id, openingId))
    .for('share')
  if (!opening) return
  await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, opening.companyId))
    .for('share')
}

/** She said yes to these very words, and whoever sends has seen this very card. */
async function checkAgreed(tx: Tx, input: Input, card: readonly CardAttribute[]): Promise<void> {
  const words = input.wording(await askedOpening(tx, input.openingId), card).map(sha256)
  const consent = await latestConsent(tx, input, 'opening', input.openingId)
  if (consent?.decision !== 'given') throw new DomainError('refused', 'proposals_refused_no_consent')
  if (changedSince(input.seen, seenCard(card, words[0] ?? '')).length > 0) {
    throw new DomainError('stale', 'proposals_card_changed')
  }
  if (!words.includes(consent.textHash)) throw new DomainError('stale', 'proposals_consent_outdated')
}
