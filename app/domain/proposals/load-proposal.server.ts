import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { latestConsent } from '../consent/standing-consent.server.ts'
import { placeByCode } from '../places/places.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { previewCard } from './preview-card.server.ts'

type Input = { orgId: OrganisationId; candidateId: CandidateId; openingId: OpeningId }

/**
 * Everything the page of a proposal shows: who (by code), for what, the card that would leave, her answer so far.
 * Reading it is an audited act.
 * @throws DomainError not_found for another organisation's person and for an unknown opening.
 */
export async function loadProposal(tx: Tx, input: Input) {
  authorise(tx, 'candidate.propose', { orgId: input.orgId })
  const [candidate] = await tx
    .select({ code: candidates.code })
    .from(candidates)
    .where(and(eq(candidates.orgId, input.orgId), eq(candidates.id, input.candidateId)))
  const [opening] = await tx
    .select({
      title: openings.title,
      kind: openings.kind,
      placeCode: openings.placeCode,
      company: companies.name,
    })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(eq(openings.id, input.openingId))
  if (!candidate || !opening) notFound()
  await audit(tx, {
    action: 'candidate.card_previewed',
    subjectType: 'candidate',
    subjectId: input.candidateId,
  })
  return {
    code: candidate.code,
    opening: {
      title: opening.title,
      kind: opening.kind ?? 'job',
      company: opening.company,
      town: opening.placeCode ? (placeByCode(opening.placeCode)?.name ?? '') : '',
    },
    preview: await previewCard(tx, input),
    consent: await latestConsent(tx, input, 'opening', input.openingId),
  }
}
