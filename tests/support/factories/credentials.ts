import { eq } from 'drizzle-orm'
import { Secret } from 'otpauth'
import { hashPassword } from '#app/domain/accounts/password.server.ts'
import type { Browser } from '#app/domain/accounts/browser.ts'
import { sealSeed } from '#app/domain/accounts/totp.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { users } from '#db/schema/accounts.ts'
import { aStaff } from './accounts.ts'
import { next } from './sequence.ts'

export const PASSWORD = 'la tazza verde ride'

export type Credentials = { actor: StaffActor; email: string; password: string; seed: string }

/** A browser of its own network address, so that one test's tries don't count for another's. */
export const aBrowser = (sessionId: string | null = null): Browser => {
  const number = next()
  return { sessionId, mark: null, device: 'Firefox, Linux', address: `10.0.${number >> 8}.${number & 255}` }
}

let hash: Promise<string> | undefined

/** A person of the network who has taken her invitation up. */
export async function aStaffWithCredentials(role: StaffActor['role'] = 'case_manager'): Promise<Credentials> {
  const actor = await aStaff(role)
  hash ??= hashPassword(PASSWORD)
  const seed = new Secret().base32
  const values = { passwordHash: await hash, totpSecret: sealSeed(actor.userId, seed) }
  const [row] = await withActor(system('test'), (tx) =>
    tx.update(users).set(values).where(eq(users.id, actor.userId)).returning({ email: users.email }),
  )
  if (!row) throw new Error('no such account')
  return { actor, email: row.email, password: PASSWORD, seed }
}

/** Changes columns of an account. */
export async function changeAccount(
  { userId }: StaffActor | HrActor,
  values: Partial<typeof users.$inferInsert>,
): Promise<void> {
  await withActor(system('test'), (tx) => tx.update(users).set(values).where(eq(users.id, userId)))
}

/** The row of an account. */
export async function accountRow({ userId }: StaffActor | HrActor): Promise<typeof users.$inferSelect> {
  const [row] = await withActor(system('test'), (tx) => tx.select().from(users).where(eq(users.id, userId)))
  if (!row) throw new Error('no such account')
  return row
}
