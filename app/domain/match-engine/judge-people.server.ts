import { sql } from 'drizzle-orm'
import type { IsoDate, MatchOpening } from '../matching/types.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import { forPurpose, type Tx } from '../shared/with-actor.server.ts'
import { judgedPeople, shownMasks } from './postgres-sql/judged-people.server.ts'
import { intArray } from './postgres-sql/lists.server.ts'

/** Who is kept out by the same, 0 being nothing: own people by id, longest waiting first, of others how many. */
export type Judged = { ownBy: (blocked: number) => CandidateId[]; othersBy: (blocked: number) => number }

/** One own person, or with `id` null all others together. */
type Row = { id: CandidateId | null; blocked: number; people: number }

/**
 * All constraints of an opening over everybody in the engine, in one statement. Other organisations' people are counted
 * inside the database: their ids never reach the process.
 */
export async function judgePeople(
  tx: Tx,
  opening: MatchOpening,
  today: IsoDate,
  own: OrganisationId | null,
): Promise<Judged> {
  const rows = await forPurpose(tx, 'matching', () =>
    tx.execute<Row>(sql`
      with judged as (${judgedPeople(opening, today)})
      select case when org_id = ${own}::uuid then candidate_id end as id, blocked, count(*)::int as people
      from judged where blocked = any(${intArray(shownMasks)})
      group by 1, 2 order by min(waiting_since), 1`),
  )
  return {
    ownBy: (blocked) => rows.flatMap((row) => (row.blocked === blocked && row.id ? [row.id] : [])),
    othersBy: (blocked) => rows.find((row) => row.blocked === blocked && row.id === null)?.people ?? 0,
  }
}
