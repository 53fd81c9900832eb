import { afterAll, beforeAll, describe } from 'vitest'
import { PEOPLE } from '#app/domain/match-engine/meilisearch/index-settings.ts'
import { keepIndex } from '#app/domain/match-engine/meilisearch/keep-index.server.ts'
import { meiliEngine } from '#app/domain/match-engine/meilisearch/meili-engine.server.ts'
import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import type { SearchServer } from '#app/platform/search.server.ts'
import { matchEngineContract } from '#tests/support/match-contract/suite.ts'
import { openTestSearch } from '#tests/support/meilisearch/open-test-search.ts'
import { useMeilisearch } from '#tests/support/meilisearch/use-meilisearch.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()

describe('matching on PostgreSQL', () =>
  matchEngineContract({ engine: () => postgresEngine, name: 'postgresql' }))

describe('matching on Meilisearch', () => {
  const meilisearch = useMeilisearch()
  let server: SearchServer
  beforeAll(async () => {
    server = await openTestSearch(meilisearch)
  })
  afterAll(async () => {
    await meilisearch.done(`DELETE /indexes/${PEOPLE}`)
  })
  const catchUp = async () => {
    let turn
    do turn = await keepIndex(server)
    while (turn.kept > 0 && !turn.rebuilt)
  }
  matchEngineContract({ engine: () => meiliEngine(server), catchUp, name: 'meilisearch' })
})
