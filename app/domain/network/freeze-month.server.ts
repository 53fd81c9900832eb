import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { profiles } from '#db/schema/candidates.ts'
import { matchGuidance, matchSnapshots } from '#db/schema/snapshots.ts'
import { localDate, type IsoDate } from '../calendar/rome.ts'
import { readPeople } from '../match-engine/read-people.server.ts'
import { loadOpenOpenings } from '../openings/open-openings.server.ts'
import { areaOfProvince, provinceCodes, type Area } from '../places/areas.ts'
import { placeByCode } from '../places/places.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { reachOf } from './advice.ts'
import { monthOf } from './month.ts'
import { MatchTally } from './match-tally.ts'

const PAGE = 500
const NOBODY = '00000000-0000-0000-0000-000000000000' as CandidateId

function areaOf(province: string | undefined): Area | null {
  const known = provinceCodes.find((code) => code === province)
  return known ? areaOfProvince(known) : null
}

/**
 * Freezes the network's unmet demand and supply for a month, and what companies may be told from it: the rules over all
 * open openings and everybody in the engine, as they stand now. A month that is frozen stays as it is.
 * @returns whether it was frozen now.
 * @throws DomainError forbidden for anybody but our own processes.
 */
export async function freezeMonth(tx: Tx, month: IsoDate = monthOf(localDate(now()))): Promise<boolean> {
  if (tx.actor.kind !== 'system') throw new DomainError('forbidden', 'forbidden')
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('match snapshots'))`)
  if ((await tx.$count(matchSnapshots, eq(matchSnapshots.month, month))) > 0) return false
  const openings = await loadOpenOpenings(tx)
  const tally = new MatchTally(
    openings.map((opening) => ({ opening, area: areaOf(placeByCode(opening.place.townCode)?.province) })),
    localDate(now()),
  )
  await countPeople(tx, tally)
  await tx.insert(matchSnapshots).values(tally.counts.map((count) => ({ month, ...count })))
  const guidance = [...tally.advised].flatMap(([advice, counts]) => {
    const reach = reachOf(counts)
    return reach ? [{ month, advice, reach }] : []
  })
  if (guidance.length > 0) await tx.insert(matchGuidance).values(guidance)
  return true
}

async function countPeople(tx: Tx, tally: MatchTally): Promise<void> {
  for (let last = NOBODY; ;) {
    const page = await tx
      .select({ id: profiles.candidateId, province: profiles.province })
      .from(profiles)
      .where(and(eq(profiles.matchable, true), gt(profiles.candidateId, last)))
      .orderBy(asc(profiles.candidateId))
      .limit(PAGE)
    const ids = page.map(({ id }) => id)
    const people = await readPeople(tx, null, ids)
    for (const { id, province } of page) {
      const known = people.get(id)
      if (known) tally.add(known.profile, areaOf(province))
    }
    last = ids.at(-1) ?? last
    if (page.length < PAGE) return
  }
}
