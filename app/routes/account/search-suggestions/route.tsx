import { defineLoader } from '#app/web/define.server.ts'
import { searchView } from '#app/web/search-view.server.ts'

const OF_EACH_KIND = 4

/** What the box shows while one types. */
export const loader = defineLoader('signed_in', async ({ tx, url, info: { locale } }) =>
  Response.json(await searchView(tx, { text: url.searchParams.get('q') ?? '', locale, limit: OF_EACH_KIND })),
)
