import { sql } from 'drizzle-orm'
import type { Tx } from './with-actor.server.ts'

/** Which transactions a statement could see: those with an id below `end` that were not `running`. */
export type Snapshot = { end: bigint; running: ReadonlySet<string> }

/** What the statements that follow in this transaction see at least. What it writes itself counts as not seen. */
export async function readSnapshot(tx: Tx): Promise<Snapshot> {
  const [row] = await tx.execute<{ seen: string; own: string | null }>(
    sql`select pg_current_snapshot()::text as seen, pg_current_xact_id_if_assigned()::text as own`,
  )
  const [, end = '0', running = ''] = row?.seen.split(':') ?? []
  return { end: BigInt(end), running: new Set([...running.split(','), row?.own ?? '']) }
}

/** Whether a statement with this snapshot saw what the transaction `id` committed. */
export const sees = ({ end, running }: Snapshot, id: string): boolean => BigInt(id) < end && !running.has(id)
