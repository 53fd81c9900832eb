import { searchServer } from '#app/platform/search.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { MatchEngine } from './engine.ts'
import { meiliEngine } from './meilisearch/meili-engine.server.ts'
import { postgresEngine } from './postgres-engine.server.ts'

/** The engine of this installation: with a search server, or PostgreSQL alone. */
export function matchEngine(): MatchEngine<Tx> {
  const server = searchServer()
  return server ? meiliEngine(server) : postgresEngine
}
