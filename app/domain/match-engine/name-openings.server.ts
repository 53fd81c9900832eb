import { eq, inArray } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { RankedOpening } from './engine.ts'

export type NamedOpening = RankedOpening & {
  title: string
  kind: (typeof openings.$inferSelect)['kind']
  company: string
  placeCode: string | null
}

/** Ranked openings with the words by which people know them, in the order given. */
export async function nameOpenings(tx: Tx, ranked: readonly RankedOpening[]): Promise<NamedOpening[]> {
  if (ranked.length === 0) return []
  const ids = ranked.map(({ openingId }) => openingId)
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
    .where(inArray(openings.id, ids))
  const names = new Map(rows.map(({ id, ...words }): [OpeningId, typeof words] => [id, words]))
  return ranked.flatMap((opening) => {
    const words = names.get(opening.openingId)
    return words ? [{ ...opening, ...words }] : []
  })
}
