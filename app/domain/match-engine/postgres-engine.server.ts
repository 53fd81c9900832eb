import { sql } from 'drizzle-orm'
import { matchProfiles } from '#db/schema/matching.ts'
import { rebuildIndex } from '../search/rebuild-index.server.ts'
import { searchEntries } from '../search/search-entries.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { MatchEngine } from './engine.ts'
import { matchPeople, nearMissPeople, newlyAdmitted } from './match-people.server.ts'
import { rankOpenings } from './rank-openings.server.ts'
import { rebuildMatchProfiles } from './rebuild.server.ts'

/** The engine that every installation has: scans over compact rows that are written with the profiles, so it never lags. */
export const postgresEngine: MatchEngine<Tx> = {
  match: (tx, opening, page) => matchPeople(tx, opening, page),
  nearMisses: (tx, opening, constraint, limit) => nearMissPeople(tx, opening, constraint, limit),
  whatIf: (tx, opening, edit, limit) => newlyAdmitted(tx, opening, edit, limit),
  openingsFor: rankOpenings,
  search: searchEntries,
  async rebuild(tx) {
    return { ...(await rebuildMatchProfiles(tx)), entries: await rebuildIndex(tx) }
  },
  async health(tx) {
    await tx.execute(sql`select from ${matchProfiles} limit 1`)
    return { engine: 'postgresql', ready: true, lagSeconds: 0 }
  },
}
