import { localDate } from '../calendar/rome.ts'
import { now } from '#app/platform/clock.server.ts'
import { audit } from '../audit/record.server.ts'
import { withdrawAvoided } from '../cards/avoided-work.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { gapsOf } from './gaps.ts'
import { loadFacts } from './load-facts.server.ts'
import { loadManagedOpening } from './load-managed-opening.server.ts'
import type { StepValues } from './save-opening-step.schema.server.ts'
import { isEditable } from './states.ts'
import { writeStep } from './write-step.server.ts'

/**
 * Changes one step of a posted opening. It stays complete: a step that would leave a gap of its own is refused, beside
 * the field. Where the work moves to a town that somebody must avoid, her card goes, and nobody here learns why.
 * @returns the new version.
 * @throws DomainError stale when somebody changed it since the form was made, conflict when it is closed or a draft.
 */
export async function editOpening(
  tx: Tx,
  openingId: OpeningId,
  version: number,
  input: StepValues,
): Promise<number> {
  const row = await loadManagedOpening(tx, openingId, version)
  if (!isEditable(row.state)) throw new DomainError('conflict', 'openings_already_closed')
  if (row.state === 'draft') throw new DomainError('conflict', 'openings_not_posted')
  const saved = await writeStep(tx, row, input)
  const facts = (await loadFacts(tx, [await loadManagedOpening(tx, openingId, saved)])).get(openingId)
  const gaps = facts ? gapsOf(facts, row.stepsDone, localDate(now())) : []
  const own = gaps.find((gap) => gap.step === input.step)
  if (own) throw new DomainError('invalid', own.reason, own.field)
  await withdrawAvoided(tx, { openingId })
  await audit(tx, { action: 'opening.edited', subjectType: 'opening', subjectId: openingId })
  await emit(tx, 'opening.changed', { openingId })
  return saved
}
