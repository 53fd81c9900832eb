import { sql } from 'drizzle-orm'
import { profiles } from '#db/schema/candidates.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { MatchEngine } from './engine.ts'
import { matchPeople } from './match-people.server.ts'
import { rankOpenings } from './rank-openings.server.ts'

/** The engine that every installation has: set operations over the rows themselves, so that it never lags. */
export const postgresEngine: MatchEngine<Tx> = {
  match: matchPeople,
  openingsFor: rankOpenings,
  async health(tx) {
    await tx.execute(sql`select ${profiles.candidateId} from ${profiles} limit 1`)
    return { engine: 'postgresql', ready: true, lagSeconds: 0 }
  },
}
