import { asc, eq, or, sql } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { savedViews } from '#db/schema/saved-views.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { SavedViewId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type SavedView = {
  id: SavedViewId
  name: string
  query: string
  shared: boolean
  /** Who shared it; null for one's own. */
  by: string | null
}

/** The filters one keeps, by name, and below them those that colleagues share. */
export async function listViews(tx: Tx): Promise<SavedView[]> {
  const { userId } = actingStaff(tx, 'company.relate')
  const own = eq(savedViews.userId, userId)
  const rows = await tx
    .select({ view: savedViews, author: users.name, own: sql<boolean>`${own}` })
    .from(savedViews)
    .leftJoin(users, eq(users.id, savedViews.userId))
    .where(or(own, eq(savedViews.shared, true)))
    .orderBy(sql`${own} desc`, asc(sql`lower(${savedViews.name})`))
  return rows.map(({ view: { id, name, query, shared }, author, own: mine }) => ({
    ...{ id, name, query, shared },
    by: mine ? null : (author ?? ''),
  }))
}
