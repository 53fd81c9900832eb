import { newId, now } from '#app/platform/clock.server.ts'
import { meetings } from '#db/schema/stages.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal } from '../calendar/rome.ts'
import { personKey } from '../candidates/person-key.server.ts'
import { endStages } from '../cards/end-stages.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DAY } from '../shared/durations.ts'
import { DomainError } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { agreedTo } from './agreed-to.server.ts'
import type { MeetingForm } from './arrange-meeting.schema.server.ts'
import { namesOf } from './names-of.server.ts'
import { meetingRefusal, ownStage } from './own-stage.server.ts'

/** A meeting is arranged for the weeks ahead: what is further away is arranged again. */
const AHEAD = 60 * DAY

/** What she is told of a meeting, and under which name. */
export type MeetingAsked = { company: string; opening: string; name: string }
export type MeetingWording = (asked: MeetingAsked) => string[]

/**
 * Arranges that a company meets somebody of one's own organisation (stage 2): after its interest, her yes to that
 * company under that name, and a look at whether it is safe there. In place of the meeting that stood, if one did.
 * @throws DomainError not_found for another organisation's card, refused where the card is not that far or it is not
 * safe (never why), stale where she agreed to other words, invalid for a moment that is past or far.
 */
export async function arrangeMeeting(
  tx: Tx,
  cardId: CardId,
  { name, place, day, time }: MeetingForm,
  wording: MeetingWording,
): Promise<void> {
  const own = await ownStage(tx, cardId)
  const { person, companyId, company, opening, ground, meeting, actor } = own
  const refusal = meetingRefusal(ground)
  if (refusal) throw new DomainError('refused', refusal)
  const called = (await namesOf(tx, person))[name]
  if (!called) throw new DomainError('invalid', 'stages_form_unknown', 'name')
  await agreedTo(tx, 'company', own, wording({ company, opening: opening.title, name: called }))
  const at = now()
  const startsAt = atLocal(day, time)
  if (startsAt <= at) throw new DomainError('invalid', 'stages_day_past', 'day')
  if (+startsAt > +at + AHEAD) throw new DomainError('invalid', 'stages_day_far', 'day')

  if (meeting) await endStages(tx, { cardIds: [cardId], why: 'replaced', only: 'meeting' })
  const id = newId<string>()
  const nameTold = (await personKey(tx, person)).sealIn('meetings.name_told', id, called)
  await tx.insert(meetings).values({
    ...{ ...person, id, cardId, companyId, nameShown: name, nameTold, place, startsAt },
    ...{ checkedBy: actor.userId, arrangedBy: actor.userId, arrangedAt: at },
  })
  const about = { subjectType: 'candidate', subjectId: person.candidateId }
  await audit(tx, { ...about, action: 'meeting.safety_checked' })
  await audit(tx, { ...about, action: 'meeting.arranged' })
  await emit(tx, 'meeting.arranged', { cardId })
}

/** Calls a meeting off that stands. @throws DomainError not_found as above, conflict where none does. */
export async function callOffMeeting(tx: Tx, cardId: CardId): Promise<void> {
  const { meeting } = await ownStage(tx, cardId)
  if (!meeting) throw new DomainError('conflict', 'stages_meeting_gone')
  await endStages(tx, { cardIds: [cardId], why: 'by_hand', only: 'meeting' })
}
