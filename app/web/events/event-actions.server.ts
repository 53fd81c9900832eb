import {
  answerInvitationSchema,
  attendanceSchema,
  noteAnswerSchema,
} from '#app/domain/events/answer-invitation.schema.server.ts'
import { callOffEvent } from '#app/domain/events/call-off-event.server.ts'
import { editEvent } from '#app/domain/events/edit-event.server.ts'
import {
  callOffEventSchema,
  editEventSchema,
  makeEventSchema,
} from '#app/domain/events/event-fields.schema.server.ts'
import {
  inviteChosenSchema,
  inviteOrganisationsSchema,
  inviteShownSchema,
} from '#app/domain/events/invite-companies.schema.server.ts'
import { inviteCompanies } from '#app/domain/events/invite-companies.server.ts'
import { inviteOrganisations } from '#app/domain/events/invite-organisations.server.ts'
import { makeEvent } from '#app/domain/events/make-event.server.ts'
import { answerForOrganisation, noteAnswer } from '#app/domain/events/note-answer.server.ts'
import { recordAttendance } from '#app/domain/events/record-attendance.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CompanyId, EventId, InvitationId, OrganisationId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { EventsBase } from '#app/ui/events/event-view.ts'
import type { ActionCall } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'

type Acting = ActionCall & { tx: Tx }

/** Makes an event and goes on to whom to invite. */
export async function actOnNewEvent({ tx, parse }: Acting, base: EventsBase) {
  const id = await makeEvent(tx, parse(makeEventSchema))
  return redirectTo(`${base}/eventi/${id}/inviti`, { flash: 'events_made' })
}

/** The forms of the page of an event: answers of companies and organisations, and which organisations to invite. */
export async function actOnEvent({ tx, id, intent, parse, url }: Acting) {
  const eventId = id<EventId>('id')
  const done = (flash: string) => redirectTo(url.pathname, { flash })
  switch (intent) {
    case 'note_answer': {
      const { invitationId, answer } = parse(noteAnswerSchema)
      await noteAnswer(tx, eventId, { invitationId: invitationId as InvitationId, answer })
      return done('events_answer_noted')
    }
    case 'answer_own':
      await answerForOrganisation(tx, eventId, parse(answerInvitationSchema).answer)
      return done('events_answer_noted')
    case 'invite_organisations':
      await inviteOrganisations(
        tx,
        eventId,
        parse(inviteOrganisationsSchema).organisation as OrganisationId[],
      )
      return done('events_organisations_invited')
    default:
      throw new DomainError('invalid', 'events_form_unknown')
  }
}

/** Changes an event, or calls it off. */
export async function actOnEventToEdit({ tx, id, intent, parse }: Acting, base: EventsBase) {
  const eventId = id<EventId>('id')
  const done = (flash: string) => redirectTo(`${base}/eventi/${eventId}`, { flash })
  if (intent === 'call_off') {
    await callOffEvent(tx, eventId, parse(callOffEventSchema).why)
    return done('events_called_off')
  }
  await editEvent(tx, eventId, parse(editEventSchema))
  return done('events_saved')
}

/** Invites what was ticked, or all that the page showed. */
export async function actOnInvite({ tx, id, intent, parse }: Acting, base: EventsBase) {
  const eventId = id<EventId>('id')
  const chosen =
    intent === 'invite_shown' ? parse(inviteShownSchema).shown : parse(inviteChosenSchema).company
  const { mail, voice } = await inviteCompanies(tx, eventId, chosen as CompanyId[])
  const flash = voice === 0 ? 'events_invited' : mail === 0 ? 'events_invited_voice' : 'events_invited_both'
  return redirectTo(`${base}/eventi/${eventId}`, { flash })
}

/** Notes who came. */
export async function actOnAttendance({ tx, id, parse }: Acting, base: EventsBase) {
  const eventId = id<EventId>('id')
  await recordAttendance(tx, eventId, parse(attendanceSchema))
  return redirectTo(`${base}/eventi/${eventId}`, { flash: 'events_attendance_saved' })
}
