import { newId, now } from '#app/platform/clock.server.ts'
import { openings } from '#db/schema/openings.ts'
import { audit } from '../audit/record.server.ts'
import { localDate } from '../calendar/rome.ts'
import { indexOpening } from '../search/keep-index.server.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadParts } from './load-facts.server.ts'
import { loadManagedOpening } from './load-managed-opening.server.ts'
import { replaceShifts, replaceSkills } from './write-step.server.ts'

/**
 * Copies an opening, in whatever state, into a new draft. A start that has passed is left out: it has to be said anew.
 * @returns the id of the draft.
 */
export async function duplicateOpening(tx: Tx, openingId: OpeningId, version: number): Promise<OpeningId> {
  const row = await loadManagedOpening(tx, openingId, version)
  const id = newId<OpeningId>()
  const at = now()
  const over = row.startLatest !== null && row.startLatest < localDate(at)
  await tx.insert(openings).values({
    ...row,
    id,
    state: 'draft',
    startFrom: over ? null : row.startFrom,
    startLatest: over ? null : row.startLatest,
    closeReason: null,
    closedAt: null,
    postedAt: null,
    createdAt: at,
    version: 1,
  })
  const parts = (await loadParts(tx, [openingId])).get(openingId)
  await replaceSkills(tx, id, parts?.skills ?? [])
  await replaceShifts(tx, id, parts?.shifts ?? [])
  await indexOpening(tx, row.companyId, id)
  await audit(tx, { action: 'opening.duplicated', subjectType: 'opening', subjectId: id })
  return id
}
