import { sql } from 'drizzle-orm'
import { roleOf } from '../shared/actor.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Runs `work` as the gate of the house. Users, sessions and links that sign in are hidden from everybody but our own
 * processes: row security opens for the length of `work` and closes again. Only this folder and the sign-up of a
 * company use it; what was done is audited under the real actor's name. A second connection would do the same, and
 * eight requests at once would then wait on each other for a ninth.
 */
export async function asGatekeeper<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
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
