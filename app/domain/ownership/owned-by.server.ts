import { and, eq, ne } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { openThreads } from './open-threads.server.ts'

/** How much depends on one person of the network. */
export type Owned = { companies: number; tasks: number; people: number; threads: number }

/** What somebody owns, as far as the transaction's actor may see it: persons only in their own organisation. */
export async function ownedBy(tx: Tx, userId: UserId): Promise<Owned> {
  const threads = await openThreads(tx, userId)
  return {
    companies: await tx.$count(companies, eq(companies.leadUserId, userId)),
    tasks: await tx.$count(
      followUps,
      and(eq(followUps.assigneeId, userId), eq(followUps.kind, 'task'), eq(followUps.state, 'planned')),
    ),
    people: await tx.$count(
      candidates,
      and(eq(candidates.caseManagerId, userId), ne(candidates.state, 'closed')),
    ),
    threads: Object.values(threads).reduce((sum, list) => sum + list.length, 0),
  }
}

/** Whether anything at all does. */
export const ownsAnything = (owned: Owned): boolean => Object.values(owned).some((count) => count > 0)
