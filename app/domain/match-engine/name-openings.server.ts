import { eq, inArray } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The words by which people know an opening. */
export type OpeningName = {
  title: string
  kind: (typeof openings.$inferSelect)['kind']
  company: string
  placeCode: string | null
}

/** Openings by id with the words by which people know them, in one statement whatever their number. */
export async function nameOpenings(tx: Tx, ids: readonly OpeningId[]): Promise<Map<OpeningId, OpeningName>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: openings.id,
      title: openings.title,
      kind: openings.kind,
      company: companies.name,
      placeCode: openings.placeCode,
    })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(inArray(openings.id, [...ids]))
  return new Map(rows.map(({ id, ...words }) => [id, words]))
}
