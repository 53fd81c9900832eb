import { eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { demoAllowed } from './demo.server.ts'

export type Account = typeof users.$inferSelect

/** Whether somebody may sign in with an account, or go on with it: the one rule, asked at every door. */
export const isUsable = ({ active, demo }: Pick<Account, 'active' | 'demo'>): boolean =>
  active && (!demo || demoAllowed())

/** The usable account with this address, written in small letters. */
export async function accountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  const [account] = await tx.select().from(users).where(eq(users.email, email))
  return account && isUsable(account) ? account : undefined
}

/** The usable account with this id. */
export async function accountById(tx: Tx, id: UserId): Promise<Account | undefined> {
  const [account] = await tx.select().from(users).where(eq(users.id, id))
  return account && isUsable(account) ? account : undefined
}
