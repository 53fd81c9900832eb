import { sql } from 'drizzle-orm'
import type { Tx } from '../shared/with-actor.server.ts'

/** Holds other refreshes back until this transaction has ended, so that none writes what an older look had seen. */
export const oneAtATime = (tx: Tx) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('standing matches'))`)
