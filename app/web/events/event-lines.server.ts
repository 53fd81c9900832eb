import type { invitedOrganisations } from '#app/domain/events/invite-organisations.server.ts'
import type { ListedEvent } from '#app/domain/events/list-events.server.ts'
import type { InvitedCompany, readEvent } from '#app/domain/events/read-event.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type {
  EventLine,
  EventsBase,
  EventView,
  InvitedLine,
  OrganisationLine,
} from '#app/ui/events/event-view.ts'
import { formatDateTime } from '../format.ts'
import { text } from '../text.server.ts'
import { stretchText } from './stretch-text.ts'

/** Where somebody of that role looks after events. */
export const eventsBase = ({ role }: StaffActor): EventsBase => (role === 'coordinator' ? '/rete' : '/lavoro')

export const eventLine = ({ startsAt, endsAt, ...event }: ListedEvent): EventLine => ({
  ...event,
  id: event.id as string,
  when: stretchText(startsAt, endsAt),
})

export function eventView(event: Awaited<ReturnType<typeof readEvent>>): EventView {
  const { id, version, title, kind, place, purpose, organiser, owner, state, calledOffWhy } = event
  return {
    ...{ id: id as string, version, title, kind, place, purpose, organiser, owner, state, calledOffWhy },
    when: stretchText(event.startsAt, event.endsAt),
    attendanceNoted: event.attendanceAt !== null,
    mayManage: event.mayManage,
  }
}

export const invitedLine = ({
  invitationId,
  companyId,
  answeredAt,
  ...line
}: InvitedCompany): InvitedLine => ({
  ...line,
  invitationId: invitationId as string,
  companyId: companyId as string,
  answered: answeredAt && text('events_answered_on', { when: formatDateTime(answeredAt) }),
})

type Organisation = Awaited<ReturnType<typeof invitedOrganisations>>[number]

export const organisationLine = ({ orgId, ...line }: Organisation): OrganisationLine => ({
  ...line,
  orgId: orgId as string,
})
