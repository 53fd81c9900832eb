import { and, eq, gte, max } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { matchGuidance } from '#db/schema/snapshots.ts'
import { addMonths, localDate } from '../calendar/rome.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { monthOf } from './month.ts'
import { advices, type Advice, type Reach } from './advice.ts'

/**
 * The general advice of the newest month, this one or the last: the same for every company and every opening, whoever is in the
 * engine today. Nothing live is read.
 */
export async function readGuidance(tx: Tx): Promise<Map<Advice, Reach>> {
  const oldest = addMonths(monthOf(localDate(now())), -1)
  const newest = tx.select({ month: max(matchGuidance.month) }).from(matchGuidance)
  const rows = await tx
    .select({ advice: matchGuidance.advice, reach: matchGuidance.reach })
    .from(matchGuidance)
    .where(and(eq(matchGuidance.month, newest), gte(matchGuidance.month, oldest)))
  return new Map(
    advices.flatMap((advice) => {
      const told = rows.find((row) => row.advice === advice)
      return told ? [[advice, told.reach]] : []
    }),
  )
}
