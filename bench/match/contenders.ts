import { sql } from 'drizzle-orm'
import { compileOpening, dayNumber } from '#app/domain/match-engine/compile/compile-opening.ts'
import { judgeWeekEdits } from '#app/domain/match-engine/compile/judge-weeks.ts'
import { pointTables } from '#app/domain/match-engine/compile/point-tables.ts'
import { forMatching } from '#app/domain/match-engine/load-dictionaries.server.ts'
import { admittedRows } from '#app/domain/match-engine/postgres-sql/admitted.server.ts'
import { countCodes } from '#app/domain/match-engine/postgres-sql/near-misses.server.ts'
import { readCounts } from '#app/domain/match-engine/read-counts.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { TODAY } from './population.ts'

const TOP = 20

/** R0: what PostgreSQL needs to look at every row once. */
export const bareCount = (tx: Tx, opening: MatchOpening) =>
  tx.execute(
    sql`select count(*) from match_profiles where free_from <= ${dayNumber(opening.startLatest)}::smallint`,
  )

/** The match: dictionaries brought up to date, the opening compiled, one scan with scores, the first twenty. */
export const matchTop = (tx: Tx, opening: MatchOpening) =>
  forMatching(tx, (dictionaries) => {
    const compiled = compileOpening(opening, dictionaries, TODAY)
    const tables = pointTables(compiled, dictionaries)
    return admittedRows(tx, compiled, tables, dayNumber(TODAY), {}, TOP)
  })

/** The counts of all near misses and what-ifs; `withEdits` false leaves out what the edits of the hours would gain. */
export const nearCounts = (tx: Tx, opening: MatchOpening, withEdits: boolean) =>
  forMatching(tx, async (dictionaries) => {
    const compiled = compileOpening(opening, dictionaries, TODAY)
    const edits = withEdits
      ? judgeWeekEdits(opening, dictionaries.weeks, compiled.weekTable)
      : new Uint8Array(compiled.weekTable.length * 2)
    return readCounts(opening, await countCodes(tx, compiled, edits, null, {}))
  })
