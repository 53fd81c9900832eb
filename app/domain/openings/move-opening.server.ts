import { and, eq } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import { indexOpening } from '../search/keep-index.server.ts'
import type { Actor } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { OpeningRow } from './load-facts.server.ts'
import { openingMove, type OpeningMover, type OpeningState } from './states.ts'

/** Only the company's own contact and our processes manage an opening. */
const moverOf = (actor: Actor): OpeningMover => (actor.kind === 'system' ? 'system' : 'hr_contact')

const refusals: Record<OpeningState, string> = {
  draft: 'openings_not_posted',
  open: 'openings_already_open',
  paused: 'openings_already_paused',
  closed: 'openings_already_closed',
}

/**
 * Moves a loaded opening to another state, with the columns that go along.
 * @throws DomainError conflict when it can't go there from where it stands.
 */
export async function moveOpening(
  tx: Tx,
  row: OpeningRow,
  to: OpeningState,
  columns: Partial<typeof openings.$inferInsert> = {},
): Promise<void> {
  if (!openingMove(row.state, to, moverOf(tx.actor)).ok)
    throw new DomainError('conflict', refusals[row.state])
  const [moved] = await tx
    .update(openings)
    .set({ ...columns, state: to, version: row.version + 1 })
    .where(
      and(eq(openings.id, row.id), eq(openings.companyId, row.companyId), eq(openings.version, row.version)),
    )
    .returning({ id: openings.id })
  if (!moved) throw new DomainError('stale', 'openings_changed_meanwhile')
  await indexOpening(tx, row.companyId, row.id)
}
