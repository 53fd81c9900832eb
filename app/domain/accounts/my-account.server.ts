import { and, desc, eq, gt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { sign } from '#app/platform/crypto.server.ts'
import { organisations, sessions, users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { endSession, endSessionsOf } from './sessions.server.ts'

/** A signed-in browser as its owner sees it. `handle` names it in a form: the session's id stays in the database. */
export type Device = { handle: string; device: string; lastSeenAt: Date; createdAt: Date; thisOne: boolean }

export type MyAccount = { name: string; email: string; of: string; locale: string; devices: Device[] }

function self(tx: Tx): UserId {
  const id = userIdOf(tx.actor)
  if (!id) throw new DomainError('forbidden', 'forbidden')
  return id
}

const handleOf = (sessionId: string): string => sign('session-handle', sessionId).slice(0, 22)

async function openSessions(tx: Tx, userId: UserId) {
  const open = and(eq(sessions.userId, userId), eq(sessions.complete, true), gt(sessions.expiresAt, now()))
  return tx.select().from(sessions).where(open).orderBy(desc(sessions.lastSeenAt))
}

/** What the account page shows of oneself. `sessionId` is the session that asks. */
export async function readMyAccount(tx: Tx, sessionId: string | null): Promise<MyAccount> {
  const userId = self(tx)
  const [row] = await tx
    .select({ user: users, organisation: organisations.name, company: companies.name })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.orgId))
    .leftJoin(companies, eq(companies.id, users.companyId))
    .where(eq(users.id, userId))
  if (!row) notFound()
  const { name, email, locale } = row.user
  const devices = (await openSessions(tx, userId)).map(({ id, device, lastSeenAt, createdAt }) => {
    return { handle: handleOf(id), device, lastSeenAt, createdAt, thisOne: id === sessionId }
  })
  return { name, email, locale, of: row.organisation ?? row.company ?? '', devices }
}

/**
 * Signs one of one's own browsers out.
 * @throws DomainError not_found for a handle that names none of them.
 */
export async function revokeDevice(tx: Tx, handle: string): Promise<void> {
  const userId = self(tx)
  const session = (await openSessions(tx, userId)).find(({ id }) => handleOf(id) === handle)
  if (!session) notFound()
  await endSession(tx, session.id)
  await audit(tx, { action: 'account.device_revoked', subjectType: 'user', subjectId: userId })
}

/** Signs oneself out everywhere, this browser too. */
export async function signOutEverywhere(tx: Tx): Promise<void> {
  const userId = self(tx)
  await endSessionsOf(tx, userId)
  await audit(tx, { action: 'account.signed_out_everywhere', subjectType: 'user', subjectId: userId })
}

/** The language of one's mails; the language of the pages is the browser's own choice. */
export async function changeLocale(tx: Tx, locale: 'it' | 'en'): Promise<void> {
  const userId = self(tx)
  await asOurselves(tx, () => tx.update(users).set({ locale }).where(eq(users.id, userId)))
  await audit(tx, { action: 'account.locale_changed', subjectType: 'user', subjectId: userId })
}
