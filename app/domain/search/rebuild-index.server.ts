import { gt, sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { stories } from '#db/schema/stories.ts'
import type { CompanyId, OpeningId, StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { companyEntries } from './company-entries.server.ts'
import type { Entry } from './entry.ts'
import { writeLabels } from './index-labels.server.ts'
import { openingEntries } from './opening-entries.server.ts'
import { storyEntries } from './story-entries.server.ts'
import { writeEntries } from './write-entries.server.ts'

const PAGE = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

async function writeAll(tx: Tx, entriesAfter: (id: string) => Promise<Entry[]>): Promise<number> {
  let written = 0
  let page = await entriesAfter(BEFORE_ALL)
  for (let last = page.at(-1); last; last = page.at(-1)) {
    await writeEntries(tx, page)
    written += page.length
    page = await entriesAfter(last.id)
  }
  return written
}

/**
 * Derives the whole index anew from the taxonomy and the openings, companies and stories, in the caller's transaction:
 * searches go on with the old one until it commits, commands that change something wait. For our own processes.
 * @returns how many entries there are.
 */
export async function rebuildIndex(tx: Tx): Promise<number> {
  await tx.execute(sql`lock table search_entries in share row exclusive mode`)
  for (const table of ['search_entries', 'search_words', 'search_spellings']) {
    await tx.execute(sql`delete from ${sql.identifier(table)}`)
  }
  // Openings are found by the labels of what they name, so these come first.
  const labels = await writeLabels(tx)
  return (
    labels +
    (await writeAll(tx, (id) => companyEntries(tx, gt(companies.id, id as CompanyId), PAGE))) +
    (await writeAll(tx, (id) => openingEntries(tx, gt(openings.id, id as OpeningId), PAGE))) +
    (await writeAll(tx, (id) => storyEntries(tx, gt(stories.id, id as StoryId), PAGE)))
  )
}
