import { ne, sql } from 'drizzle-orm'
import { standingMatches } from '#db/schema/standing.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 1_000

/** Writes standing matches: a new one with its date, one that stands already with its score of today alone. */
export async function keepStanding(
  tx: Tx,
  rows: readonly (typeof standingMatches.$inferInsert)[],
): Promise<void> {
  const { orgId, openingId, candidateId, hundredths } = standingMatches
  const score = sql`excluded.hundredths`
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await tx
      .insert(standingMatches)
      .values(rows.slice(at, at + AT_ONCE))
      .onConflictDoUpdate({
        target: [openingId, orgId, candidateId],
        set: { hundredths: score },
        setWhere: ne(hundredths, score),
      })
  }
}
