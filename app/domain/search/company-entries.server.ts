import { and, asc, isNull, type SQL } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { localDate } from '../calendar/rome.ts'
import { placeByCode } from '../places/places.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { sectorByCode } from '../taxonomy/sectors.ts'
import type { Entry } from './entry.ts'

type CompanyRow = typeof companies.$inferSelect

function entryOf({ id, name, vatId, sector, placeCode, createdAt }: CompanyRow): Entry {
  const labels = sectorByCode(sector)
  return {
    ...{ id, kind: 'company', ref: id, scopes: ['network'], companyId: id, title: name, titleEn: null },
    ...{ companyName: name, placeCode, state: null, slug: null, day: localDate(createdAt), currency: 1 },
    fingerprint: null,
    texts: [
      { text: name, language: 'it', place: 'title' },
      { text: vatId, language: 'it', place: 'fact' },
      { text: placeByCode(placeCode)?.name ?? '', language: 'it', place: 'fact' },
      { text: labels?.it ?? '', language: 'it', place: 'body' },
      { text: labels?.en ?? '', language: 'en', place: 'body' },
    ],
  }
}

/**
 * The entries of the companies that fulfil a condition, derived from their rows, by id. They are the network's to find; one that
 * was merged into another has none.
 */
export async function companyEntries(
  tx: Tx,
  where: SQL | undefined,
  most = Number.MAX_SAFE_INTEGER,
): Promise<Entry[]> {
  const rows = await tx
    .select()
    .from(companies)
    .where(and(where, isNull(companies.mergedInto)))
    .orderBy(asc(companies.id))
    .limit(most)
  return rows.map(entryOf)
}
