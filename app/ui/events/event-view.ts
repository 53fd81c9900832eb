import type { EventKind, InvitationAnswer, Attendance } from '#app/domain/events/event-kinds.ts'
import type { EventState } from '#app/domain/events/event-states.ts'
import type { Reach } from '#app/domain/events/invitable.ts'
import type { Sending } from '#app/domain/events/sending.ts'
import type { TrustSlope } from '#app/domain/trust/slope.ts'
import type { TrustStage } from '#app/domain/trust/stages.ts'

/** The pages of whoever works here: `/rete` of coordinators, `/lavoro` of case managers. */
export type EventsBase = '/rete' | '/lavoro'

export type EventLine = {
  id: string
  title: string
  kind: EventKind
  place: string
  when: string
  organiser: string
  state: EventState
  invited: number
  coming: number
  declined: number
  attended: number
  attendanceNoted: boolean
}

export type InvitedLine = {
  invitationId: string
  companyId: string
  name: string
  contact: string | null
  lead: string | null
  answer: InvitationAnswer | null
  answered: string | null
  attendance: Attendance | null
  sending: Sending | null
}

export type OrganisationLine = {
  id: string
  orgId: string
  name: string
  answer: InvitationAnswer | null
  attendance: Attendance | null
}

export type EventView = {
  id: string
  version: number
  title: string
  kind: EventKind
  when: string
  place: string
  purpose: string
  organiser: string
  owner: string | null
  state: EventState
  calledOffWhy: string
  attendanceNoted: boolean
  mayManage: boolean
}

export type EventPageData = {
  base: EventsBase
  event: EventView
  companies: InvitedLine[]
  organisations: OrganisationLine[]
  /** Organisations of the network that are not invited yet. */
  others: { value: string; label: string }[]
  /** The reader's own organisation, where it is invited. */
  own: OrganisationLine | null
  formKeys: readonly [string, string, string]
}

export type CompanyChoice = {
  id: string
  name: string
  about: string
  stage: TrustStage
  slope: TrustSlope
  lead: string | null
  lastContact: string | null
  reach: Reach
  invitable: boolean
}
