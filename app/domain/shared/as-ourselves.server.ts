import { sql } from 'drizzle-orm'
import type { Tx } from './with-actor.server.ts'

/**
 * Runs `work` as one of our own processes, on rows that are hidden from the actor: row security opens for the length of
 * `work` and closes again to what it was. For the few features that keep such rows (the gate of the house, the office
 * that mail and events go through, the keeper of the relationship); who asks was authorised before, and what was done
 * is audited under her own name. A second connection would do the same, and eight requests at once would then wait on
 * each other for a ninth.
 */
export async function asOurselves<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.execute<{ role: string }>(sql`
    with before as materialized (select current_setting('app.role') as role)
    select role, set_config('app.role', 'system', true) from before`)
  const giveBack = () => tx.execute(sql`select set_config('app.role', ${before?.role ?? ''}, true)`)
  const result = await work().catch(async (error: unknown) => {
    // After a failed statement the transaction takes no other, and ends anyway.
    await giveBack().catch(() => undefined)
    throw error
  })
  await giveBack()
  return result
}
