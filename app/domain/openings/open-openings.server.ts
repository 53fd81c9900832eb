import { and, eq, ne } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import type { MatchOpening } from '../matching/types.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadMatchOpenings } from './to-match-opening.server.ts'

/** Holds for openings that people are matched with: open, of a company that nobody rejected. */
export const isOffered = and(eq(openings.state, 'open'), ne(companies.verification, 'rejected'))

/** The ids of all openings that people are matched with, in the order of their ids. */
export async function openOpeningIds(tx: Tx): Promise<OpeningId[]> {
  const rows = await tx
    .select({ id: openings.id })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(isOffered)
    .orderBy(openings.id)
  return rows.map(({ id }) => id)
}

/** All openings that people are matched with, as a match reads them. */
export const loadOpenOpenings = async (tx: Tx): Promise<MatchOpening[]> =>
  loadMatchOpenings(tx, await openOpeningIds(tx))
