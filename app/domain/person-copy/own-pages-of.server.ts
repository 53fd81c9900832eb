import { and, asc, eq } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import { standingMatches } from '#db/schema/standing.ts'
import { candidateQuestions, candidateRequests, candidateVisits } from '#db/schema/visits.ts'
import type { CardAttribute } from '../disclosure/card-attributes.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** What she asked of her data, and what became of it. */
export const requestsOf = (tx: Tx, { orgId, candidateId }: Person) =>
  tx
    .select({
      kind: candidateRequests.kind,
      state: candidateRequests.state,
      askedAt: candidateRequests.askedAt,
      settledAt: candidateRequests.settledAt,
    })
    .from(candidateRequests)
    .where(and(eq(candidateRequests.orgId, orgId), eq(candidateRequests.candidateId, candidateId)))
    .orderBy(asc(candidateRequests.askedAt))

/** The cards that she was asked about on her own pages, as they were then. */
export async function questionsOf(tx: Tx, { orgId, candidateId }: Person) {
  const asked = await tx
    .select({ opening: openings.title, askedAt: candidateQuestions.askedAt, card: candidateQuestions.card })
    .from(candidateQuestions)
    .innerJoin(openings, eq(openings.id, candidateQuestions.openingId))
    .where(and(eq(candidateQuestions.orgId, orgId), eq(candidateQuestions.candidateId, candidateId)))
    .orderBy(asc(candidateQuestions.askedAt))
  return asked.map(({ card, ...question }) => ({ ...question, card: card as CardAttribute[] }))
}

/** The links to her own pages: made, and opened in which language. Their secrets are nowhere. */
export const visitsMadeFor = (tx: Tx, { orgId, candidateId }: Person) =>
  tx
    .select({
      madeAt: candidateVisits.madeAt,
      openedAt: candidateVisits.openedAt,
      language: candidateVisits.language,
    })
    .from(candidateVisits)
    .where(and(eq(candidateVisits.orgId, orgId), eq(candidateVisits.candidateId, candidateId)))
    .orderBy(asc(candidateVisits.madeAt))

/** The open openings that fit her, as they were worked out last. */
export const standingOf = (tx: Tx, { orgId, candidateId }: Person) =>
  tx
    .select({
      opening: openings.title,
      hundredths: standingMatches.hundredths,
      since: standingMatches.since,
    })
    .from(standingMatches)
    .innerJoin(openings, eq(openings.id, standingMatches.openingId))
    .where(and(eq(standingMatches.orgId, orgId), eq(standingMatches.candidateId, candidateId)))
    .orderBy(asc(standingMatches.since))

export type Request = Awaited<ReturnType<typeof requestsOf>>[number]
export type Question = Awaited<ReturnType<typeof questionsOf>>[number]
export type Visit = Awaited<ReturnType<typeof visitsMadeFor>>[number]
export type Standing = Awaited<ReturnType<typeof standingOf>>[number]
