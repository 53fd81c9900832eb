import { eq, max } from 'drizzle-orm'
import { matchGuidance } from '#db/schema/snapshots.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { advices, type Advice, type Reach } from './advice.ts'

/**
 * The general advice of the newest month that has any: the same for every company and every opening, whoever is in the
 * engine today. Nothing live is read.
 */
export async function readGuidance(tx: Tx): Promise<Map<Advice, Reach>> {
  const newest = tx.select({ month: max(matchGuidance.month) }).from(matchGuidance)
  const rows = await tx
    .select({ advice: matchGuidance.advice, reach: matchGuidance.reach })
    .from(matchGuidance)
    .where(eq(matchGuidance.month, newest))
  return new Map(
    rows.flatMap(({ advice, reach }) => {
      const known = advices.find((name) => name === advice)
      return known ? [[known, reach]] : []
    }),
  )
}
