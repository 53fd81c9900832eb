import { now } from '#app/platform/clock.server.ts'
import { effects } from '#db/schema/operations.ts'
import type { OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Claims one effect of an event in the transaction that carries it out: both commit, or neither. A second worker waits
 * here for the first and then finds it done.
 * @returns false when it has happened already.
 */
export async function claimEffect(tx: Tx, outboxId: OutboxId, effect: string): Promise<boolean> {
  const claimed = await tx
    .insert(effects)
    .values({ outboxId, effect, at: now() })
    .onConflictDoNothing()
    .returning({ effect: effects.effect })
  return claimed.length > 0
}
