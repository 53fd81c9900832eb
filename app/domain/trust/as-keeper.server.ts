import { sql } from 'drizzle-orm'
import { roleOf } from '../shared/actor.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Runs `work` as the keeper of the relationship. What a company does moves its stage and score, which it may not read
 * and may not write: row security opens for the length of `work` and closes again. Only this folder uses it, on one
 * company's rows, and what was done is audited under the real actor's name.
 */
export async function asKeeper<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const become = (role: string) => tx.execute(sql`select set_config('app.role', ${role}, true)`)
  await become('system')
  const result = await work().catch(async (error: unknown) => {
    // After a failed statement the transaction takes no other, and ends anyway.
    await become(roleOf(tx.actor)).catch(() => undefined)
    throw error
  })
  await become(roleOf(tx.actor))
  return result
}
