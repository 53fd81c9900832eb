import { sql } from 'drizzle-orm'
import { system, type Actor } from '#app/domain/shared/actor.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'

/**
 * One transaction for many statements: what is measured is the statements, not beginning and ending. On one core,
 * unless parallel workers are asked for.
 */
export const measured = <T>(
  work: (tx: Tx) => Promise<T>,
  { workers = 0, actor = system('bench') as Actor } = {},
): Promise<T> =>
  withActor(actor, async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', '0', true),
      set_config('max_parallel_workers_per_gather', ${String(workers)}, true)`)
    return work(tx)
  })
