import { indexIsWhole } from '#app/domain/search/index-is-whole.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { HOUR } from '#app/domain/shared/durations.ts'
import { log } from '#app/platform/log.server.ts'
import { startLoop, type Loop } from './loop.ts'
import { asWorker } from './worker-actor.ts'

/** Derives the search index anew where something has no entry: on the first start with it, and after rows came in past the commands. */
export async function mendSearchIndex(): Promise<void> {
  await asWorker(async (tx) => {
    if (await indexIsWhole(tx)) return
    const count = await rebuildIndex(tx)
    log.info({ job: 'search-index', count }, 'search index rebuilt')
  })
}

/** Looks now and every hour whether the search index is whole; commands keep it so by themselves. */
export const startSearchIndex = (): Loop =>
  startLoop('search-index', async () => {
    await mendSearchIndex()
    return HOUR
  })
