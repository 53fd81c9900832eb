import { claimEffect } from '#app/domain/outbox/claim-effect.server.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { crashPoint } from '#app/platform/crash-point.ts'
import { asWorker } from './worker-actor.ts'

/** Carries out one named effect of an event, in a transaction of its own, at most once. */
export type Effect = (name: string, work: (tx: Tx) => Promise<unknown>) => Promise<void>

/**
 * Runs `work` in the caller's transaction unless this effect of this event has happened: its row and its work commit
 * together, so that a handler which runs twice does nothing the second time.
 */
export async function once(
  tx: Tx,
  outboxId: OutboxId,
  effect: string,
  work: () => Promise<unknown>,
): Promise<void> {
  if (await claimEffect(tx, outboxId, effect)) await work()
}

/** The guard that an event's handlers get. */
export const effectsOf =
  (outboxId: OutboxId): Effect =>
  async (name, work) => {
    await asWorker(async (tx) => {
      await once(tx, outboxId, name, () => work(tx))
      crashPoint('before-commit')
    })
    crashPoint('after-commit')
  }
