import { newId, now } from '#app/platform/clock.server.ts'
import { outbox } from '#db/schema/operations.ts'
import { userIdOf } from '../shared/actor.ts'
import type { OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Topic, Topics } from './topics.ts'

/**
 * Leaves an event in the caller's transaction; the relay takes it to the queue after commit.
 * @returns the event's id, from which mails derive their Message-ID.
 */
export async function emit<T extends Topic>(tx: Tx, topic: T, payload: Topics[T]): Promise<OutboxId> {
  const id = newId<OutboxId>()
  const at = now()
  await tx
    .insert(outbox)
    .values({ id, topic, payload, actorId: userIdOf(tx.actor), availableAt: at, createdAt: at })
  return id
}
