import { newId, now } from '#app/platform/clock.server.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustKind } from './event-kinds.ts'
import { keepScore } from './keep-score.server.ts'

export type NewTrustEvent = {
  companyId: CompanyId
  kind: TrustKind
  /** What it is about: `opening`, `card`, `interaction` …, with its id; never a person. */
  causeType: string
  causeId: string | null
  /** When it happened, where that is not now: a visit logged two days later. */
  occurredAt?: Date
}

/**
 * Records something that moved a company's trust and brings its score up to date. For the commands that the event comes
 * from, which have authorised their actor.
 * @returns the event's id.
 */
export async function recordTrustEvent(tx: Tx, event: NewTrustEvent): Promise<string> {
  const { companyId, kind, causeType, causeId, occurredAt = now() } = event
  const id = newId<string>()
  const authorId = userIdOf(tx.actor)
  await tx
    .insert(trustEvents)
    .values({ id, companyId, kind, causeType, causeId, authorId, occurredAt, createdAt: now() })
  await audit(tx, { action: 'trust.event_recorded', subjectType: 'company', subjectId: companyId })
  await keepScore(tx, companyId)
  return id
}
