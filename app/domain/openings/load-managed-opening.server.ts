import { and, eq } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { OpeningRow } from './load-facts.server.ts'

/**
 * The row of an opening that this actor manages, locked until the command ends.
 * @throws DomainError not_found for another company's, stale when it was changed since the form was made.
 */
export async function loadManagedOpening(tx: Tx, openingId: OpeningId, version: number): Promise<OpeningRow> {
  const { actor } = tx
  const own = actor.kind === 'hr' ? eq(openings.companyId, actor.companyId) : undefined
  const [row] = await tx
    .select()
    .from(openings)
    .where(and(eq(openings.id, openingId), own))
    .for('update')
  if (!row) notFound()
  authorise(tx, 'opening.manage', { companyId: row.companyId })
  if (row.version !== version) throw new DomainError('stale', 'openings_changed_meanwhile')
  return row
}
