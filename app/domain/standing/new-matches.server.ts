import { and, asc, desc, eq, exists, gt, isNotNull, not, sql, type SQL } from 'drizzle-orm'
import { candidateExclusions, candidates, profiles } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { openings } from '#db/schema/openings.ts'
import { proposals } from '#db/schema/proposals.ts'
import { standingMatches } from '#db/schema/standing.ts'
import { isOffered } from '../openings/open-openings.server.ts'
import type { CandidateId, OpeningId, OrganisationId, UserId } from '../shared/ids.ts'
import { isAboutThis } from '../cards/avoided-work.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type NewMatch = {
  openingId: OpeningId
  title: string
  company: string
  candidateId: CandidateId
  code: string
  /** The score in points, 0..100. */
  total: number
}

/** The best of the new ones, and how many there are. */
export type NewMatches = { matches: NewMatch[]; total: number }

type Reader = { userId: UserId; orgId: OrganisationId }

/** Which people: those that she follows herself, or everybody of her organisation. */
export type Whose = 'mine' | 'organisation'

/** Holds where she must avoid the place after all: a row that a command is about to take away is not shown either. */
const avoided = (tx: Tx): SQL =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(candidateExclusions)
      .where(
        and(
          eq(candidateExclusions.orgId, standingMatches.orgId),
          eq(candidateExclusions.candidateId, standingMatches.candidateId),
          isAboutThis,
        ),
      ),
  )

const proposed = (tx: Tx): SQL =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(proposals)
      .where(
        and(
          eq(proposals.orgId, standingMatches.orgId),
          eq(proposals.candidateId, standingMatches.candidateId),
          eq(proposals.openingId, standingMatches.openingId),
        ),
      ),
  )

/** Set aside by her organisation, with a reason: she was looked at. */
const setAside = (tx: Tx): SQL =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(matchReviews)
      .where(
        and(
          eq(matchReviews.orgId, standingMatches.orgId),
          eq(matchReviews.candidateId, standingMatches.candidateId),
          eq(matchReviews.openingId, standingMatches.openingId),
          isNotNull(matchReviews.whyNot),
        ),
      ),
  )

/** Matches that came after `since` and that still hold: offered, in the engine, neither proposed nor set aside. */
const fresh = (tx: Tx, { userId, orgId }: Reader, whose: Whose, since: Date | null): SQL | undefined =>
  and(
    eq(standingMatches.orgId, orgId),
    since ? gt(standingMatches.since, since) : undefined,
    whose === 'mine' ? eq(candidates.caseManagerId, userId) : undefined,
    isOffered,
    eq(profiles.matchable, true),
    not(avoided(tx)),
    not(proposed(tx)),
    not(setAside(tx)),
  )

/**
 * The matches of a case manager's people that came after `since`, best first: at most `limit` of them, and how many there
 * are. Whoever was proposed or set aside for the opening is not new any more.
 */
export async function newMatches(
  tx: Tx,
  reader: Reader,
  { whose, since, limit }: { whose: Whose; since: Date | null; limit: number },
): Promise<NewMatches> {
  const rows = await tx
    .select({
      openingId: openings.id,
      title: openings.title,
      company: companies.name,
      candidateId: candidates.id,
      code: candidates.code,
      hundredths: standingMatches.hundredths,
      all: sql<number>`(count(*) over ())::int`,
    })
    .from(standingMatches)
    .innerJoin(openings, eq(openings.id, standingMatches.openingId))
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .innerJoin(
      candidates,
      and(eq(candidates.orgId, standingMatches.orgId), eq(candidates.id, standingMatches.candidateId)),
    )
    .innerJoin(
      profiles,
      and(eq(profiles.orgId, standingMatches.orgId), eq(profiles.candidateId, standingMatches.candidateId)),
    )
    .where(fresh(tx, reader, whose, since))
    .orderBy(desc(standingMatches.hundredths), asc(candidates.code), asc(openings.id))
    .limit(limit)
  return {
    matches: rows.map(({ hundredths, all: _, ...match }) => ({ ...match, total: hundredths / 100 })),
    total: rows[0]?.all ?? 0,
  }
}
