import { now } from '#app/platform/clock.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { SearchFault } from '#app/platform/search-fault.ts'
import type { SearchServer } from '#app/platform/search.server.ts'
import { localDate } from '../../calendar/rome.ts'
import type { MatchOpening } from '../../matching/types.ts'
import { applyEdit } from '../../matching/what-if/edits.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import { compileOpening } from '../compile/compile-opening.ts'
import type { MatchEngine } from '../engine.ts'
import { forMatching } from '../load-dictionaries.server.ts'
import { matchPeople, nearMissPeople, newlyAdmitted, type Picked } from '../match-people.server.ts'
import { postgresEngine } from '../postgres-engine.server.ts'
import { askForRebuild } from './index-lease.server.ts'
import { admittedFilter, nearFilters } from './person-filters.ts'
import { indexState, MOST_LAG_SECONDS, pickPeople } from './pick-people.server.ts'

type Filters = (compiled: ReturnType<typeof compileOpening>) => string[]

/**
 * The people an opening's filters pick; nobody's picking, so that PostgreSQL looks at everybody, while the index is not
 * ready, trails too far, or its server does not answer well.
 */
async function picked(
  tx: Tx,
  server: SearchServer,
  opening: MatchOpening,
  filters: Filters,
): Promise<Picked> {
  const { ready, lagSeconds } = await indexState(tx)
  if (!ready || lagSeconds > MOST_LAG_SECONDS) return {}
  const asked = await forMatching(tx, async (dictionaries) =>
    filters(compileOpening(opening, dictionaries, localDate(now()))),
  )
  try {
    return { among: await pickPeople(server, asked), answeredBy: 'meilisearch' }
  } catch (error) {
    if (!(error instanceof SearchFault)) throw error
    log.warn({ check: 'search', reason: error.kind, ...errorFields(error) }, 'PostgreSQL matches alone')
    return {}
  }
}

/**
 * The search server finds, PostgreSQL judges: the index narrows the network down to everybody who may be admitted or
 * nearly is, then the same scans as ever look at those alone, under row security. So the answers are the same as
 * PostgreSQL's, to the hundredth, and a stale or poisoned index shows nobody it should not.
 */
export const meiliEngine = (server: SearchServer): MatchEngine<Tx> => ({
  ...postgresEngine,
  match: async (tx, opening, page) =>
    matchPeople(tx, opening, page, await picked(tx, server, opening, nearFilters)),
  nearMisses: async (tx, opening, constraint, limit) =>
    nearMissPeople(tx, opening, constraint, limit, await picked(tx, server, opening, nearFilters)),
  whatIf: async (tx, opening, edit, limit) => {
    const edited = applyEdit(opening, edit)
    // Whom the opening admits, the edited one admits too.
    const among = edited ? await picked(tx, server, edited, (compiled) => [admittedFilter(compiled)]) : {}
    return newlyAdmitted(tx, opening, edit, limit, among)
  },
  async rebuild(tx) {
    const rebuilt = await postgresEngine.rebuild(tx)
    await askForRebuild(tx)
    return rebuilt
  },
  async health(tx) {
    const { ready, lagSeconds } = await indexState(tx)
    const usable = ready && lagSeconds <= MOST_LAG_SECONDS && server.circuit() === 'closed'
    return { engine: usable ? 'meilisearch' : 'postgresql', ready: true, lagSeconds }
  },
})
