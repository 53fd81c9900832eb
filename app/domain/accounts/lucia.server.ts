import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { now } from '#app/platform/clock.server.ts'
import { sessions, users } from '#db/schema/accounts.ts'
import type { UserId as OurUserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type SessionRow = typeof sessions.$inferSelect
type UserRow = typeof users.$inferSelect

/** What Lucia keeps beside a session's id and user. `endsAt` is what goes to `expires_at`: see the adapter. */
type SessionAttributes = Omit<SessionRow, 'id' | 'userId' | 'expiresAt'> & { endsAt: Date }

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>
    UserId: OurUserId
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: Omit<UserRow, 'id'>
  }
}

/**
 * Lucia's adapter on one transaction of ours, with our clock and our ends. Lucia compares an end with the machine's
 * clock and knows one length for everybody; we have two lengths, an absolute end and a clock that tests move.
 */
class OurAdapter extends DrizzlePostgreSQLAdapter {
  constructor(private readonly tx: Tx) {
    super(tx, sessions, users)
  }

  override async setSession({ id, userId, attributes }: DatabaseSession): Promise<void> {
    const { endsAt, ...kept } = attributes
    await this.tx.insert(sessions).values({ id, userId, expiresAt: endsAt, ...kept })
  }

  override async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [session, user] = await super.getSessionAndUser(id)
    if (!session) return [null, null]
    const endsAt = session.expiresAt
    const left = Math.min(endsAt.getTime(), session.attributes.absoluteEndAt.getTime()) - now().getTime()
    return [
      { ...session, expiresAt: new Date(Date.now() + left), attributes: { ...session.attributes, endsAt } },
      user,
    ]
  }
}

/**
 * Lucia for the length of one transaction. Its own sliding renewal is off (a length of zero is never half over): the
 * sessions are renewed by `read-session.server.ts`.
 */
export function luciaOn(tx: Tx) {
  return new Lucia(new OurAdapter(tx), {
    sessionExpiresIn: new TimeSpan(0, 's'),
    getSessionAttributes: ({ complete, lastSeenAt, absoluteEndAt, role, factorAt }) => ({
      ...{ complete, lastSeenAt, absoluteEndAt, role, factorAt },
    }),
    getUserAttributes: ({ role, orgId, companyId, contactId, name, active, demo }) => ({
      ...{ role, orgId, companyId, contactId, name, active, demo },
    }),
  })
}
