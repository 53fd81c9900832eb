import { and, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { contacts } from '#db/schema/companies.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { demoAllowed } from './demo.server.ts'

export type Account = typeof users.$inferSelect

/** Whether somebody may sign in with an account, or go on with it: the one rule, asked at every door. */
export const isUsable = ({ active, demo }: Pick<Account, 'active' | 'demo'>): boolean =>
  active && (!demo || demoAllowed())

/** The condition on `users` that an account is nobody's who has left her company. */
export const isStillThere = sql<boolean>`not exists (select 1 from ${contacts}
  where ${contacts.id} = ${users.contactId} and not ${contacts.active})`

async function usableAccount(tx: Tx, which: SQL): Promise<Account | undefined> {
  const [account] = await tx.select().from(users).where(and(which, isStillThere))
  return account && isUsable(account) ? account : undefined
}

const { passwordHash: _, totpSecret: __, totpLastStep: ___, ...nothingSecret } = getTableColumns(users)

/** What of an account is for those who write to it: nothing by which somebody gets in, which the worker may not read. */
export type Addressee = Omit<Account, 'passwordHash' | 'totpSecret' | 'totpLastStep'>

/** The usable account with this id, as far as somebody needs who writes to it. */
export async function addresseeById(tx: Tx, id: UserId): Promise<Addressee | undefined> {
  const [account] = await tx
    .select(nothingSecret)
    .from(users)
    .where(and(eq(users.id, id), isStillThere))
  return account && isUsable(account) ? account : undefined
}

/** The usable account with this address, written in small letters. */
export const accountByEmail = (tx: Tx, email: string): Promise<Account | undefined> =>
  usableAccount(tx, eq(users.email, email))

/** The usable account with this id. */
export const accountById = (tx: Tx, id: UserId): Promise<Account | undefined> =>
  usableAccount(tx, eq(users.id, id))
