import { count, desc, eq } from 'drizzle-orm'
import { outbox } from '#db/schema/operations.ts'
import { authorise } from '../access/authorise.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type DeadLetter = {
  id: OutboxId
  topic: string
  /** `kind:detail`; `killed` where the worker could not record one. */
  failure: string | null
  attempts: number
  since: Date
}

/** The events that were given up, latest first. No payload: its ids are nobody's business here. */
export async function deadLetters(
  tx: Tx,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ letters: DeadLetter[]; total: number }> {
  authorise(tx, 'accounts.manage')
  return asOurselves(tx, async () => {
    const dead = eq(outbox.state, 'dead')
    const [counted] = await tx.select({ total: count() }).from(outbox).where(dead)
    const rows = await tx
      .select({
        id: outbox.id,
        topic: outbox.topic,
        failure: outbox.failure,
        attempts: outbox.attempts,
        since: outbox.doneAt,
        createdAt: outbox.createdAt,
      })
      .from(outbox)
      .where(dead)
      .orderBy(desc(outbox.doneAt), outbox.id)
      .limit(perPage)
      .offset((page - 1) * perPage)
    const letters = rows.map(({ createdAt, since, ...row }) => ({ ...row, since: since ?? createdAt }))
    return { letters, total: counted?.total ?? 0 }
  })
}
