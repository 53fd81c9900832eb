import { now } from '#app/platform/clock.server.ts'
import { audit } from '../audit/record.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { eventsOfCause, withdrawEvents } from '../trust/events-of-cause.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import { ownStage, type OwnStage } from './own-stage.server.ts'

type Meeting = Pick<NonNullable<OwnStage['meeting']>, 'id' | 'companyId'>

const causeOf = ({ id, companyId }: Meeting) => ({ companyId, causeTypes: ['meeting'], causeId: id })

/** Whether somebody has confirmed that a meeting took place. */
export const isHeld = async (tx: Tx, meeting: Meeting): Promise<boolean> =>
  (await eventsOfCause(tx, causeOf(meeting))).length > 0

/**
 * Confirms that the meeting arranged by a card took place: it counts for the company from that moment on.
 * @throws DomainError not_found for another organisation's card, conflict where none stands, it is still to come, or it
 * was confirmed already.
 */
export async function confirmInterview(tx: Tx, cardId: CardId): Promise<void> {
  const { meeting, person } = await ownStage(tx, cardId)
  if (!meeting) throw new DomainError('conflict', 'stages_meeting_gone')
  if (meeting.startsAt > now()) throw new DomainError('conflict', 'stages_held_ahead')
  if (await isHeld(tx, meeting)) throw new DomainError('conflict', 'stages_held_known')
  const { id: causeId, companyId, startsAt: occurredAt } = meeting
  await audit(tx, { action: 'meeting.held', subjectType: 'candidate', subjectId: person.candidateId })
  await recordTrustEvent(tx, { companyId, kind: 'interview_held', causeType: 'meeting', causeId, occurredAt })
}

/**
 * Takes back that a meeting took place.
 * @throws DomainError not_found for another organisation's card, conflict where nothing says so.
 */
export async function unconfirmInterview(tx: Tx, cardId: CardId): Promise<void> {
  const { meeting, person } = await ownStage(tx, cardId)
  if (!meeting || (await withdrawEvents(tx, causeOf(meeting))) === 0)
    throw new DomainError('conflict', 'stages_held_not_confirmed')
  await audit(tx, { action: 'meeting.not_held', subjectType: 'candidate', subjectId: person.candidateId })
}
