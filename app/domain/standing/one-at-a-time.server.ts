import { sql } from 'drizzle-orm'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

const all = sql`hashtext('standing matches')`

/** Holds every other refresh back until this transaction has ended, so that none writes what an older look had seen. */
export const holdAllStanding = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${all})`)

/**
 * The same for one opening, whose rows are its own: others may be refreshed beside it. Whoever refreshes several in one
 * transaction takes them in the order of their ids.
 */
export async function holdStandingOf(tx: Tx, openingId: OpeningId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${all})`)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`standing matches ${openingId}`}, 0))`)
}
