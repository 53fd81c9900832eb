import { lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidateVisits } from '#db/schema/visits.ts'
import { DAY } from '../shared/durations.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Removes yesterday's links and sessions of people's own pages: the audit says that there were some. */
export async function forgetOldVisits(tx: Tx): Promise<void> {
  await tx.delete(candidateVisits).where(lt(candidateVisits.madeAt, new Date(+now() - DAY)))
}
