import { isNull, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { loginTokens, sessions } from '#db/schema/accounts.ts'
import { candidateVisits } from '#db/schema/visits.ts'
import { endStages } from '../cards/end-stages.server.ts'
import { allStages } from '../cards/standing-stages.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Ends every session, link to sign in and link to a person's pages, and every meeting and contract that stands: some were
 * ended after the backup was made, and a company has read of others what it may not read again.
 * @returns on how many cards a meeting or a contract stood.
 */
export async function closeDoors(tx: Tx): Promise<number> {
  await tx.delete(sessions).where(sql`true`)
  await tx.delete(loginTokens).where(sql`true`)
  await tx.update(candidateVisits).set({ endedAt: now() }).where(isNull(candidateVisits.endedAt))
  const cardIds = await allStages(tx)
  await endStages(tx, { cardIds, why: 'restored' })
  return cardIds.length
}
