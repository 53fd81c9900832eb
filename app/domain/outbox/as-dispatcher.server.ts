import { sql } from 'drizzle-orm'
import { roleOf } from '../shared/actor.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Runs `work` as the office that mail and events go through. Its tables are hidden from everybody but our own processes:
 * row security opens for the length of `work` and closes again. Who asked was authorised before, and what was done is
 * audited under her name.
 */
export async function asDispatcher<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
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
