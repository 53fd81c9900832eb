import { sql } from 'drizzle-orm'
import type { Tx } from './with-actor.server.ts'

/**
 * Runs `work` as one of our own processes, on rows that are hidden from the actor: row security opens for the length of
 * `work` and closes again to what it was. For the few features that keep such rows (the gate of the house, the office
 * that mail and events go through, the keeper of the relationship); who asks was authorised before, and what was done
 * is audited under her own name. A company's transaction gets the web's own database role for as long, too. A second connection would do the same, and eight requests at once would then wait on
 * each other for a ninth.
 */
export async function asOurselves<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.execute<{ role: string; grants: string }>(sql`
    with before as materialized (select current_setting('app.role') as role, current_setting('role') as grants)
    select role, grants, set_config('app.role', 'system', true), set_config('role', 'none', true) from before`)
  const giveBack = () =>
    tx.execute(sql`select set_config('app.role', ${before?.role ?? ''}, true),
      set_config('role', ${before?.grants ?? 'none'}, true)`)
  const result = await work().catch(async (error: unknown) => {
    // After a failed statement the transaction takes no other, and ends anyway.
    await giveBack().catch(() => undefined)
    throw error
  })
  await giveBack()
  return result
}
