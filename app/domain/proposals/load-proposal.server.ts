import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { latestConsent } from '../consent/standing-consent.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { askedOpening } from './asked-opening.server.ts'
import { previewCard, type Refusal } from './preview-card.server.ts'

type Input = { orgId: OrganisationId; candidateId: CandidateId; openingId: OpeningId }

/** The refusals that coordinators hear of: privacy.md, probing and k failures. */
const toldAs: Partial<Record<Refusal, 'card.over_limit' | 'card.too_telling'>> = {
  too_many_open_cards: 'card.over_limit',
  too_many_cards: 'card.over_limit',
  too_few_alike: 'card.too_telling',
}

/**
 * Everything the page of a proposal shows: who (by code), for what, the card that would leave, her answer so far.
 * Reading it is an audited act, and a card that may not go out for the sake of many is told to the coordinators.
 * @throws DomainError not_found for another organisation's person and for an unknown opening.
 */
export async function loadProposal(tx: Tx, input: Input) {
  authorise(tx, 'candidate.propose', { orgId: input.orgId })
  const [candidate] = await tx
    .select({ code: candidates.code })
    .from(candidates)
    .where(and(eq(candidates.orgId, input.orgId), eq(candidates.id, input.candidateId)))
  if (!candidate) notFound()
  const opening = await askedOpening(tx, input.openingId)
  await audit(tx, {
    action: 'candidate.card_previewed',
    subjectType: 'candidate',
    subjectId: input.candidateId,
  })
  const preview = await previewCard(tx, input)
  const topic = preview.refusal && toldAs[preview.refusal]
  if (topic) await emit(tx, topic, { companyId: preview.companyId })
  return {
    code: candidate.code,
    opening,
    preview,
    consent: await latestConsent(tx, input, 'opening', input.openingId),
  }
}
