import { and, asc, eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { audit } from '../audit/record.server.ts'
import { type Role, roles, system } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { notFound } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import type { Browser } from './browser.ts'
import { demoAllowed } from './demo.server.ts'
import { type Account, accountById } from './find-account.server.ts'
import { startSession } from './sessions.server.ts'
import { openSeed, workingCode } from './totp.server.ts'

/** The demo account of each role: the first one by address, so that it is the same every time. */
async function demoAccountsByRole(tx: Tx): Promise<Map<Role, Account>> {
  const rows = await tx
    .select()
    .from(users)
    .where(and(eq(users.demo, true), eq(users.active, true)))
    .orderBy(asc(users.email))
  const first = new Map<Role, Account>()
  for (const row of rows) if (!first.has(row.role)) first.set(row.role, row)
  return first
}

/** The accounts that a newcomer can sign in with by one click; none in production. */
export async function listDemoAccounts(tx: Tx): Promise<{ role: Role; name: string }[]> {
  if (!demoAllowed()) return []
  const byRole = await asOurselves(tx, () => demoAccountsByRole(tx))
  return roles.flatMap((role) => {
    const account = byRole.get(role)
    return account ? [{ role, name: account.name }] : []
  })
}

/**
 * Signs the demo account of a role in, whole.
 * @throws DomainError not_found in production and where there is no such account.
 */
export async function signInAsDemo(role: Role, browser: Browser): Promise<string> {
  if (!demoAllowed()) notFound()
  return withActor(system('demo'), async (tx) => {
    const account = (await demoAccountsByRole(tx)).get(role)
    if (!account) notFound()
    await audit(tx, { action: 'account.demo_signed_in', subjectType: 'user', subjectId: account.id })
    return startSession(tx, { userId: account.id, role, complete: true, browser })
  })
}

/** The one-time code that a demo account can type now; null for every other account, and in production. */
export async function demoCode(tx: Tx, userId: UserId): Promise<string | null> {
  if (!demoAllowed()) return null
  const account = await asOurselves(tx, () => accountById(tx, userId))
  if (!account?.demo || !account.totpSecret) return null
  return workingCode(openSeed(account.id, account.totpSecret), account.totpLastStep)
}
