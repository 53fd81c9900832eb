import { and, count, desc, eq, isNotNull } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { isWhyNot, type WhyNot } from './why-not.ts'

export type SetAsideLine = {
  candidateId: CandidateId
  code: string
  openingId: OpeningId
  openingTitle: string
  openingState: (typeof openings.$inferSelect)['state']
  company: string
  whyNot: WhyNot
  at: Date
}

type Asked = { why: WhyNot | null; page: number; perPage: number }

/**
 * Whom an organisation has set aside, for whatever opening, the latest first: one reason or all of them.
 * @returns a page of them, and how many there are for each reason.
 * @throws DomainError not_found for another organisation.
 */
export async function listSetAside(
  tx: Tx,
  orgId: OrganisationId,
  { why, page, perPage }: Asked,
): Promise<{ lines: SetAsideLine[]; counts: Map<WhyNot, number> }> {
  authorise(tx, 'candidate.read', { orgId })
  const ofOrganisation = and(eq(matchReviews.orgId, orgId), isNotNull(matchReviews.whyNot))
  const counted = await tx
    .select({ whyNot: matchReviews.whyNot, people: count() })
    .from(matchReviews)
    .where(ofOrganisation)
    .groupBy(matchReviews.whyNot)
  const rows = await tx
    .select({
      candidateId: matchReviews.candidateId,
      code: candidates.code,
      openingId: matchReviews.openingId,
      openingTitle: openings.title,
      openingState: openings.state,
      company: companies.name,
      whyNot: matchReviews.whyNot,
      at: matchReviews.setAsideAt,
    })
    .from(matchReviews)
    .innerJoin(
      candidates,
      and(eq(candidates.orgId, matchReviews.orgId), eq(candidates.id, matchReviews.candidateId)),
    )
    .innerJoin(openings, eq(openings.id, matchReviews.openingId))
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(and(ofOrganisation, why === null ? undefined : eq(matchReviews.whyNot, why)))
    .orderBy(desc(matchReviews.setAsideAt), candidates.code)
    .limit(perPage)
    .offset((page - 1) * perPage)
  return {
    lines: rows.flatMap(({ whyNot, at, ...row }) => (isWhyNot(whyNot) && at ? [{ ...row, whyNot, at }] : [])),
    counts: new Map(counted.flatMap(({ whyNot, people }) => (isWhyNot(whyNot) ? [[whyNot, people]] : []))),
  }
}
