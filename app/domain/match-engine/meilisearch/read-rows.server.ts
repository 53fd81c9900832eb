import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm'
import { matchProfiles, matchWeeks } from '#db/schema/matching.ts'
import { system } from '../../shared/actor.ts'
import type { CandidateId } from '../../shared/ids.ts'
import { withActor } from '../../shared/with-actor.server.ts'
import { personDocument, type PersonDocument } from './person-document.ts'

const FIRST = '00000000-0000-0000-0000-000000000000' as CandidateId

const documents = (where: SQL | undefined, limit: number): Promise<PersonDocument[]> =>
  withActor(system('search'), async (tx) => {
    const rows = await tx
      .select({
        id: matchProfiles.candidateId,
        facts: matchProfiles.facts,
        codes: matchProfiles.codes,
        area: matchProfiles.areaId,
        maxKm: matchProfiles.maxKm,
        available: matchWeeks.available,
        withChildcare: sql<string>`coalesce(${matchWeeks.withChildcare}, ${matchWeeks.available})`,
      })
      .from(matchProfiles)
      .innerJoin(matchWeeks, eq(matchWeeks.id, matchProfiles.weekId))
      .where(where)
      .orderBy(asc(matchProfiles.candidateId))
      .limit(limit)
    return rows.map(personDocument)
  })

/** The documents of some people who are in the engine; others have none. */
export const documentsOf = (ids: readonly CandidateId[]): Promise<PersonDocument[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : documents(and(inArray(matchProfiles.candidateId, [...ids])), ids.length)

/** Everybody's documents, some at a time. */
export async function* allDocuments(atATime: number): AsyncGenerator<PersonDocument[]> {
  let after = FIRST
  for (;;) {
    const some = await documents(gt(matchProfiles.candidateId, after), atATime)
    const last = some[some.length - 1]
    if (!last) return
    yield some
    after = last.id
  }
}
