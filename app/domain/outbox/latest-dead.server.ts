import { and, desc, eq, inArray } from 'drizzle-orm'
import { outbox } from '#db/schema/operations.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Topic } from './topics.ts'

export type DeadEvent = { topic: Topic; payload: Record<string, string>; since: Date }

/**
 * The latest events of some kinds that were given up and that nobody has settled, with the ids that they carry: for features that
 * have authorised their actor and tell her no more of them than she may know.
 */
export async function latestDead(tx: Tx, topics: readonly Topic[], limit: number): Promise<DeadEvent[]> {
  const rows = await asOurselves(tx, () =>
    tx
      .select({
        topic: outbox.topic,
        payload: outbox.payload,
        doneAt: outbox.doneAt,
        createdAt: outbox.createdAt,
      })
      .from(outbox)
      .where(and(eq(outbox.state, 'dead'), inArray(outbox.topic, [...topics])))
      .orderBy(desc(outbox.doneAt), outbox.id)
      .limit(limit)
      .execute(),
  )
  return rows.map(({ topic, payload, doneAt, createdAt }) => ({
    ...{ topic: topic as Topic, payload },
    since: doneAt ?? createdAt,
  }))
}
