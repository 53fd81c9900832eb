import { openSearch } from '#app/platform/search.server.ts'
import type { useMeilisearch } from './use-meilisearch.ts'

/** The product's own client of a test's server, with keys as `npm run search:keys` makes them. */
export async function openTestSearch({
  address,
  createKey,
}: ReturnType<typeof useMeilisearch>): Promise<ReturnType<typeof openSearch>> {
  const indexes = ['passaparola_*']
  const search = await createKey({ actions: ['search'], indexes })
  const keep = ['documents.*', 'indexes.*', 'settings.*', 'stats.get', 'tasks.get', 'tasks.cancel']
  const index = await createKey({ actions: keep, indexes })
  return openSearch({ url: address(), searchKey: search.key, indexKey: index.key })
}
