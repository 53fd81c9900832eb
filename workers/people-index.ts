import { keepIndex } from '#app/domain/match-engine/meilisearch/keep-index.server.ts'
import { searchServer } from '#app/platform/search.server.ts'
import { startLoop, type Loop } from './loop.ts'
import type { Timings } from './timings.ts'

/** Keeps the search server's index of people, where there is a search server. */
export function startPeopleIndex({ indexBusy, indexIdle }: Pick<Timings, 'indexBusy' | 'indexIdle'>): Loop {
  const server = searchServer()
  if (!server) return { wake: () => undefined, stop: () => Promise.resolve() }
  return startLoop('people-index', async () => ((await keepIndex(server)).kept > 0 ? indexBusy : indexIdle))
}
