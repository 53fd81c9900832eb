import { and, eq, notInArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { standingMatches } from '#db/schema/standing.ts'
import { bestPeople } from '../match-engine/best-people.server.ts'
import { isOffered } from '../openings/open-openings.server.ts'
import { loadMatchOpenings } from '../openings/to-match-opening.server.ts'
import type { OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { BEST_KEPT } from './best-kept.ts'
import { keepStanding } from './keep-standing.server.ts'
import { holdStandingOf } from './one-at-a-time.server.ts'

/**
 * Brings the standing matches of an opening up to what the engine says: the best of every organisation, or of the one
 * named. Who stood there before keeps her date; who is gone, leaves. None for an opening that is not offered any more.
 * For our own processes; doing it twice changes nothing.
 */
export async function refreshOpening(tx: Tx, openingId: OpeningId, only?: OrganisationId): Promise<void> {
  await holdStandingOf(tx, openingId)
  const offered = await tx
    .select({ id: openings.id })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(and(eq(openings.id, openingId), isOffered))
  const [opening] = offered.length > 0 ? await loadMatchOpenings(tx, [openingId]) : []
  const best = opening ? await bestPeople(tx, opening, BEST_KEPT, only) : []
  const ids = best.map(({ id }) => id)
  await tx
    .delete(standingMatches)
    .where(
      and(
        eq(standingMatches.openingId, openingId),
        only ? eq(standingMatches.orgId, only) : sql`true`,
        notInArray(standingMatches.candidateId, ids),
      ),
    )
  await keepStanding(
    tx,
    best.map(({ id, orgId, hundredths }) => ({
      ...{ orgId, openingId, candidateId: id, hundredths, since: now() },
    })),
  )
}
