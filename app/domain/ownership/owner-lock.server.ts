import { and, eq, sql, type SQL } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

const keyOf = (userId: UserId): SQL => sql`hashtextextended(${`owner ${userId}`}, 0)`

/**
 * Keeps an account from being shut until this transaction ends, because something is about to be given to it. Several
 * may give at once.
 */
export async function keepOwner(tx: Tx, userId: UserId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${keyOf(userId)})`)
}

/** `keepOwner`, and whether the account is open at all: what is given to one that was shut meanwhile would lie there unseen. */
export async function keepAtWork(tx: Tx, userId: UserId): Promise<boolean> {
  await keepOwner(tx, userId)
  return (await tx.$count(users, and(eq(users.id, userId), eq(users.active, true)))) > 0
}

/** Waits until nobody is giving anything to an account, and lets nobody begin until this transaction ends. */
export async function closeOwner(tx: Tx, userId: UserId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${keyOf(userId)})`)
}
