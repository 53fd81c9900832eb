import { and, count, eq, gte, inArray } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { standingMatches } from '#db/schema/standing.ts'
import { localDate } from '../calendar/rome.ts'
import { loadMatchProfiles } from '../candidates/to-match-profile.server.ts'
import { admittingOpenings } from '../match-engine/openings-for-person.ts'
import { loadOpenOpenings } from '../openings/open-openings.server.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { BEST_KEPT } from './best-kept.ts'
import { keepStanding } from './keep-standing.server.ts'
import { holdAllStanding } from './one-at-a-time.server.ts'
import { refreshOpening } from './refresh-opening.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Brings the standing matches of a person up to what the rules say of her today. Where the list of her organisation is
 * full, the opening is looked at as a whole: her place there may be somebody else's. For our own processes; doing it
 * twice changes nothing.
 */
export async function refreshPerson(tx: Tx, { orgId, candidateId }: Person): Promise<void> {
  await holdAllStanding(tx)
  const profile = (await loadMatchProfiles(tx, orgId, [candidateId])).get(candidateId)
  const admitting = profile ? admittingOpenings(await loadOpenOpenings(tx), profile, localDate(now())) : []
  const hers = and(eq(standingMatches.orgId, orgId), eq(standingMatches.candidateId, candidateId))
  const before = await tx
    .delete(standingMatches)
    .where(hers)
    .returning({ openingId: standingMatches.openingId, since: standingMatches.since })
  const since = new Map(before.map((row) => [row.openingId, row.since]))
  await keepStanding(
    tx,
    admitting.map(({ openingId, score }) => ({
      ...{ orgId, openingId, candidateId, hundredths: Math.round(score.total * 100) },
      since: since.get(openingId) ?? now(),
    })),
  )
  const touched = [...new Set([...since.keys(), ...admitting.map(({ openingId }) => openingId)])]
  for (const openingId of await fullLists(tx, orgId, touched)) await refreshOpening(tx, openingId, orgId)
}

/** Those of some openings whose list of an organisation is full, or was until one left. */
async function fullLists(tx: Tx, orgId: OrganisationId, among: readonly OpeningId[]): Promise<OpeningId[]> {
  const rows = await tx
    .select({ openingId: standingMatches.openingId })
    .from(standingMatches)
    .where(and(eq(standingMatches.orgId, orgId), inArray(standingMatches.openingId, [...among])))
    .groupBy(standingMatches.openingId)
    .having(gte(count(), BEST_KEPT - 1))
  return rows.map(({ openingId }) => openingId)
}
