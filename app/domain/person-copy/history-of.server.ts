import { and, asc, eq, or } from 'drizzle-orm'
import { consents } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { openings } from '#db/schema/openings.ts'
import { placements } from '#db/schema/proposals.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** What she said yes or no to. */
export const consentsOf = (tx: Tx, { orgId, candidateId }: Person) =>
  tx
    .select({
      at: consents.at,
      purpose: consents.purpose,
      decision: consents.decision,
      opening: openings.title,
      company: companies.name,
      language: consents.language,
      channel: consents.channel,
      withMediator: consents.withMediator,
    })
    .from(consents)
    .leftJoin(openings, eq(openings.id, consents.subjectId))
    .leftJoin(companies, or(eq(companies.id, consents.subjectId), eq(companies.id, openings.companyId)))
    .where(and(eq(consents.orgId, orgId), eq(consents.candidateId, candidateId)))
    .orderBy(asc(consents.at))

/** Where she worked through the network. */
export const placementsOf = (tx: Tx, { orgId, candidateId }: Person) =>
  tx
    .select({
      company: companies.name,
      kind: placements.kind,
      state: placements.state,
      startsOn: placements.startsOn,
      endsOn: placements.endsOn,
      becameHire: placements.becameHire,
      fundingSource: placements.fundingSource,
    })
    .from(placements)
    .innerJoin(companies, eq(companies.id, placements.companyId))
    .where(and(eq(placements.orgId, orgId), eq(placements.candidateId, candidateId)))
    .orderBy(asc(placements.startsOn))

/** The openings for which somebody looked at her, and why she was set aside. */
export const reviewsOf = (tx: Tx, { orgId, candidateId }: Person) =>
  tx
    .select({ opening: openings.title, seenAt: matchReviews.seenAt, whyNot: matchReviews.whyNot })
    .from(matchReviews)
    .innerJoin(openings, eq(openings.id, matchReviews.openingId))
    .where(and(eq(matchReviews.orgId, orgId), eq(matchReviews.candidateId, candidateId)))
    .orderBy(asc(matchReviews.seenAt))

export type Answer = Awaited<ReturnType<typeof consentsOf>>[number]
export type AtWork = Awaited<ReturnType<typeof placementsOf>>[number]
export type Review = Awaited<ReturnType<typeof reviewsOf>>[number]
