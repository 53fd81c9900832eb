import { now } from '#app/platform/clock.server.ts'
import { audit } from '../audit/record.server.ts'
import { localDate } from '../calendar/rome.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { gapsOf } from './gaps.ts'
import { loadFacts } from './load-facts.server.ts'
import { loadManagedOpening } from './load-managed-opening.server.ts'
import { moveOpening } from './move-opening.server.ts'
import { OpeningIncomplete } from './opening-incomplete.ts'

/**
 * Takes a paused opening up again.
 * @throws OpeningIncomplete when its start has passed in the meantime, DomainError conflict when it is not paused.
 */
export async function resumeOpening(tx: Tx, openingId: OpeningId, version: number): Promise<void> {
  const row = await loadManagedOpening(tx, openingId, version)
  if (row.state === 'draft') throw new DomainError('conflict', 'openings_not_posted')
  const facts = row.state === 'paused' ? (await loadFacts(tx, [row])).get(openingId) : undefined
  const gaps = facts ? gapsOf(facts, row.stepsDone, localDate(now())) : []
  if (gaps.length > 0) throw new OpeningIncomplete(gaps)
  await moveOpening(tx, row, 'open')
  await audit(tx, { action: 'opening.resumed', subjectType: 'opening', subjectId: openingId })
  await emit(tx, 'opening.changed', { openingId })
}
