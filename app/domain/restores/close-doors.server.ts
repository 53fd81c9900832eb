import { isNull, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { loginTokens, sessions } from '#db/schema/accounts.ts'
import { candidateVisits } from '#db/schema/visits.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Ends every session, link to sign in and link to a person's pages: some were ended after the backup was made. */
export async function closeDoors(tx: Tx): Promise<void> {
  await tx.delete(sessions).where(sql`true`)
  await tx.delete(loginTokens).where(sql`true`)
  await tx.update(candidateVisits).set({ endedAt: now() }).where(isNull(candidateVisits.endedAt))
}
