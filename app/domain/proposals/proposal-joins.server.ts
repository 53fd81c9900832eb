import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { placements, proposals } from '#db/schema/proposals.ts'

/** Joins a proposal to the person it puts forward. */
export const personProposed = and(
  eq(candidates.orgId, proposals.orgId),
  eq(candidates.id, proposals.candidateId),
)

/** Joins a proposal to the placement that came of it: the same person for the same opening. */
export const placementThatCame = and(
  eq(placements.orgId, proposals.orgId),
  eq(placements.candidateId, proposals.candidateId),
  eq(placements.openingId, proposals.openingId),
)
