import { and, eq, ne } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { savedViews } from '#db/schema/saved-views.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { SavedViewId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { NewView } from './save-view.schema.server.ts'

/** More than anybody finds her way in. */
const MOST = 30

/**
 * Keeps a filter of the portfolio under a name; the same name again changes what it stands for.
 * @throws DomainError refused where there are 30 already.
 */
export async function saveView(tx: Tx, { name, shared, query }: NewView): Promise<void> {
  const { userId } = actingStaff(tx, 'company.relate')
  const others = and(eq(savedViews.userId, userId), ne(savedViews.name, name))
  if ((await tx.$count(savedViews, others)) >= MOST)
    throw new DomainError('refused', 'portfolio_view_too_many', 'name')
  const [saved] = await tx
    .insert(savedViews)
    .values({ id: newId<SavedViewId>(), userId, name, shared, query, createdAt: now() })
    .onConflictDoUpdate({ target: [savedViews.userId, savedViews.name], set: { query, shared } })
    .returning({ id: savedViews.id })
  await audit(tx, { action: 'view.saved', subjectType: 'saved_view', subjectId: saved?.id ?? null })
}
