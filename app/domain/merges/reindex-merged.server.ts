import { eq, inArray } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { stories } from '#db/schema/stories.ts'
import { indexCompany, indexStory, unindexCompany } from '../search/keep-index.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Writes anew what the search box knows of some companies, whose openings and stories may be another's now. */
export async function reindexMerged(tx: Tx, ids: readonly CompanyId[]): Promise<void> {
  const rows = await tx
    .select({ id: companies.id, mergedInto: companies.mergedInto })
    .from(companies)
    .where(inArray(companies.id, [...ids]))
  // What has gone leaves before what it went into is written.
  for (const { id } of rows.filter(({ mergedInto }) => mergedInto)) await unindexCompany(tx, id)
  for (const { id } of rows.filter(({ mergedInto }) => !mergedInto)) {
    await indexCompany(tx, id)
    const told = await tx.select({ id: stories.id }).from(stories).where(eq(stories.companyId, id))
    for (const story of told) await indexStory(tx, id, story.id)
  }
}
