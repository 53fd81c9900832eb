import { Queue } from 'bullmq'
import { inArray } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { system } from '#app/domain/shared/actor.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { QUEUE_NAME } from '#app/platform/queue-backend.ts'
import { jobIdOf } from '#app/platform/queue.server.ts'
import { outbox } from '#db/schema/operations.ts'

/** How many are looked at: what one of them died of, the others did. */
const MOST = 5

/**
 * What is known of events that did not come to their end: what the outbox says of each, and on Redis where its job is and
 * which worker holds it.
 */
export async function sayWhereLeft(
  ids: readonly string[],
  redisUrl: string,
  say: (line: string) => void,
): Promise<void> {
  if (ids.length === 0) return
  const rows = await withActor(system('faults'), (tx) =>
    tx
      .select()
      .from(outbox)
      .where(inArray(outbox.id, ids.slice(0, MOST) as OutboxId[])),
  )
  const connection = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: null }) : null
  const queue = connection && new Queue(QUEUE_NAME, { connection })
  for (const { id, topic, state, attempts, failure } of rows) {
    const job = jobIdOf(id)
    const where = queue
      ? `; its job is ${await queue.getJobState(job)}, held by ${(await connection.get(`bull:${QUEUE_NAME}:${job}:lock`)) ?? 'nobody'}`
      : ''
    say(`left open: ${topic} ${id}, ${state}, try ${String(attempts)}, ${failure ?? 'no failure'}${where}`)
  }
  await queue?.close()
  connection?.disconnect()
}
