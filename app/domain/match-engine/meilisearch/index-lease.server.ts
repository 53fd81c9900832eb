import { and, eq, lte } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { matchIndex } from '#db/schema/matching.ts'
import { MINUTE } from '../../shared/durations.ts'
import { system } from '../../shared/actor.ts'
import { withActor, type Tx } from '../../shared/with-actor.server.ts'

/** How long one worker has the index to itself without saying so again: longer than any of its steps. */
const LEASE = 10 * MINUTE

const NEVER = new Date(0)
const is = eq(matchIndex.name, 'people')
const ourselves = system('search')

export type IndexRow = typeof matchIndex.$inferSelect

/**
 * Takes the index for this process, so that two workers never write it in turns. From the first time on, changes of
 * profiles are noted.
 * @returns what is known of it, or null while another has it.
 */
export const takeIndex = (): Promise<IndexRow | null> =>
  withActor(ourselves, async (tx) => {
    await tx
      .insert(matchIndex)
      .values({ name: 'people', settings: '', ready: false, leasedUntil: NEVER, checkedAt: NEVER })
      .onConflictDoNothing()
    const [row] = await tx
      .update(matchIndex)
      .set({ leasedUntil: new Date(now().getTime() + LEASE) })
      .where(and(is, lte(matchIndex.leasedUntil, now())))
      .returning()
    return row ?? null
  })

/** Writes what is now known of the index and lets others have it; nothing where the lease was lost meanwhile. */
export const leaveIndex = (
  { leasedUntil }: Pick<IndexRow, 'leasedUntil'>,
  known: Partial<Pick<IndexRow, 'settings' | 'ready' | 'checkedAt'>>,
): Promise<void> =>
  withActor(ourselves, async (tx) => {
    await tx
      .update(matchIndex)
      .set({ ...known, leasedUntil: NEVER })
      .where(and(is, eq(matchIndex.leasedUntil, leasedUntil)))
  })

/**
 * Has whoever next takes the index build it anew, as if its settings had changed; until then PostgreSQL answers alone.
 * Whoever builds it at this moment loses the lease, because part of it was read before.
 */
export async function askForRebuild(tx: Tx): Promise<void> {
  await tx.update(matchIndex).set({ settings: '', leasedUntil: NEVER }).where(is)
}
