import { and, desc, eq, like, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { heartbeats } from '#db/schema/operations.ts'
import { DAY } from '../shared/durations.ts'
import type { Tx } from '../shared/with-actor.server.ts'

const WORKER = 'worker:'
const DAILY = 'daily'

/** How long the sign of life of a worker that died is kept. */
const BEATS_KEPT = DAY

async function note(tx: Tx, process: string): Promise<void> {
  const at = now()
  await tx
    .insert(heartbeats)
    .values({ process, at })
    .onConflictDoUpdate({ target: heartbeats.process, set: { at } })
}

/** A worker says that it is alive. `name` tells it from others. */
export const beat = (tx: Tx, name: string): Promise<void> => note(tx, WORKER + name)

/** A worker that ends on purpose takes its sign of life along. */
export async function stopBeating(tx: Tx, name: string): Promise<void> {
  await tx.delete(heartbeats).where(eq(heartbeats.process, WORKER + name))
}

/** When any worker was last alive, or null when none ever was. */
export async function lastBeat(tx: Tx): Promise<Date | null> {
  const [row] = await tx
    .select({ at: heartbeats.at })
    .from(heartbeats)
    .where(like(heartbeats.process, `${WORKER}%`))
    .orderBy(desc(heartbeats.at))
    .limit(1)
  return row?.at ?? null
}

/** Whether the work of each day has been done since `since`. */
export async function dailyDoneSince(tx: Tx, since: Date): Promise<boolean> {
  const [row] = await tx.select({ at: heartbeats.at }).from(heartbeats).where(eq(heartbeats.process, DAILY))
  return row !== undefined && row.at >= since
}

/** Notes that the work of the day is done; a worker that dies before has it done again. */
export const noteDailyDone = (tx: Tx): Promise<void> => note(tx, DAILY)

/** Removes the signs of life of workers that are long gone. */
export async function forgetOldBeats(tx: Tx): Promise<void> {
  const before = new Date(now().getTime() - BEATS_KEPT)
  await tx.delete(heartbeats).where(and(like(heartbeats.process, `${WORKER}%`), lt(heartbeats.at, before)))
}
