import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'

/** A statement takes 65,535 parameters: so many rows of our widest table, and some. */
const ROWS_AT_ONCE = 400

/** Writes many rows of one table in a few statements. */
export async function insertAll<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.insert(table).values(rows.slice(at, at + ROWS_AT_ONCE))
  }
}
