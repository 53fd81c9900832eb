import { and, eq } from 'drizzle-orm'
import { savedViews } from '#db/schema/saved-views.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { notFound } from '../shared/errors.ts'
import type { SavedViewId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Drops one of one's own kept filters. @throws DomainError not_found for a colleague's. */
export async function forgetView(tx: Tx, viewId: SavedViewId): Promise<void> {
  const { userId } = actingStaff(tx, 'company.relate')
  const dropped = await tx
    .delete(savedViews)
    .where(and(eq(savedViews.id, viewId), eq(savedViews.userId, userId)))
    .returning({ id: savedViews.id })
  if (dropped.length === 0) notFound()
  await audit(tx, { action: 'view.forgotten', subjectType: 'saved_view', subjectId: viewId })
}
