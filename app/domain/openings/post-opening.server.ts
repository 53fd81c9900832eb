import { now } from '#app/platform/clock.server.ts'
import { audit } from '../audit/record.server.ts'
import { localDate } from '../calendar/rome.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { moveStageByFact } from '../trust/move-stage.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import { gapsOf } from './gaps.ts'
import { loadFacts } from './load-facts.server.ts'
import { loadManagedOpening } from './load-managed-opening.server.ts'
import { moveOpening } from './move-opening.server.ts'
import { OpeningIncomplete } from './opening-incomplete.ts'

/**
 * Posts a draft. A company may post before it is verified: people are proposed to it only after.
 * @throws OpeningIncomplete with what each step lacks, DomainError conflict when it is posted already.
 */
export async function postOpening(tx: Tx, openingId: OpeningId, version: number): Promise<void> {
  const row = await loadManagedOpening(tx, openingId, version)
  if (row.state !== 'draft') throw new DomainError('conflict', 'openings_already_posted')
  const at = now()
  const facts = (await loadFacts(tx, [row])).get(openingId)
  const gaps = facts ? gapsOf(facts, row.stepsDone, localDate(at)) : []
  if (gaps.length > 0) throw new OpeningIncomplete(gaps)
  await moveOpening(tx, row, 'open', { postedAt: at })
  await audit(tx, { action: 'opening.posted', subjectType: 'opening', subjectId: openingId })
  await emit(tx, 'opening.posted', { openingId })
  const { companyId } = row
  await recordTrustEvent(tx, { companyId, kind: 'opening_posted', causeType: 'opening', causeId: openingId })
  await moveStageByFact(tx, companyId, 'opening_posted')
}
