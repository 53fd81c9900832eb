import { getZodConstraint } from '@conform-to/zod/v4'
import { companiesToInvite } from '#app/domain/events/companies-to-invite.server.ts'
import { makeEventSchema } from '#app/domain/events/event-fields.schema.server.ts'
import { timesOf } from '#app/domain/events/event-moments.ts'
import { invitedOrganisations } from '#app/domain/events/invite-organisations.server.ts'
import { isInvitable } from '#app/domain/events/invitable.ts'
import { listEvents } from '#app/domain/events/list-events.server.ts'
import { organisationsOfNetwork } from '#app/domain/events/organisations-of-network.server.ts'
import { invitedCompanies, readEvent } from '#app/domain/events/read-event.server.ts'
import { isNarrowed } from '#app/domain/companies/portfolio.ts'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { DomainError, notFound } from '#app/domain/shared/errors.ts'
import type { EventId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { AttendancePageData } from '#app/ui/events/AttendancePage.tsx'
import type { EventPageData } from '#app/ui/events/event-view.ts'
import type { InvitePageData } from '#app/ui/events/InvitePage.tsx'
import { filterChoices } from '../company/load-portfolio.server.ts'
import { portfolioOf } from '../company/portfolio-filter.server.ts'
import type { Call } from '../define.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { formatRelativeDay } from '../format.ts'
import { pageNumber, pagesOf } from '../page-number.ts'
import { eventLine, eventsBase, eventView, invitedLine, organisationLine } from './event-lines.server.ts'

type Loaded = Call & { tx: Tx }

const PER_PAGE = 25

const staffOf = ({ actor }: Pick<Call, 'actor'>) => {
  if (actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  return actor
}

export async function loadEvents(call: Loaded) {
  const { tx, url } = call
  const page = pageNumber(url)
  const past = url.searchParams.get('quali') === 'passati'
  const { events, total } = await listEvents(tx, { past, page, perPage: PER_PAGE })
  const base = eventsBase(staffOf(call))
  return { base, past, page, pages: pagesOf(total, PER_PAGE), events: events.map(eventLine) }
}

export const loadNewEvent = (call: Loaded) => ({
  base: eventsBase(staffOf(call)),
  constraint: getZodConstraint(makeEventSchema),
  formKey: newFormKey(),
})

export async function loadEvent(call: Loaded): Promise<EventPageData> {
  const { tx, id } = call
  const actor = staffOf(call)
  const eventId = id<EventId>('id')
  const event = await readEvent(tx, eventId)
  const organisations = (await invitedOrganisations(tx, eventId)).map(organisationLine)
  const invited = new Set(organisations.map(({ orgId }) => orgId))
  const all = event.mayManage ? await organisationsOfNetwork(tx) : []
  return {
    base: eventsBase(actor),
    event: eventView(event),
    companies: (await invitedCompanies(tx, eventId)).map(invitedLine),
    organisations,
    others: all
      .filter((each) => !invited.has(each.id))
      .map(({ id: value, name: label }) => ({ value: value as string, label })),
    own: organisations.find(({ orgId }) => orgId === actor.orgId) ?? null,
    formKeys: [newFormKey(), newFormKey(), newFormKey()],
  }
}

/** An event that the actor may change, as its form shows it. @throws DomainError not_found for another's. */
export async function loadEventToEdit(call: Loaded) {
  const event = await readEvent(call.tx, call.id<EventId>('id'))
  if (!event.mayManage) notFound()
  const { version, kind, title, place, purpose } = event
  const companies = await invitedCompanies(call.tx, event.id)
  return {
    base: eventsBase(staffOf(call)),
    event: eventView(event),
    fields: { version, kind, title, place, purpose, ...timesOf(event) },
    anyInvited: companies.length > 0,
    constraint: getZodConstraint(makeEventSchema),
    formKeys: [newFormKey(), newFormKey()] as const,
  }
}

/** A page holds no more companies than may be invited at once. */
const INVITED_AT_ONCE = 40

export async function loadInvite(call: Loaded): Promise<InvitePageData> {
  const { tx, url, info, id } = call
  const eventId = id<EventId>('id')
  const event = await readEvent(tx, eventId)
  const shown = portfolioOf(url, 'all')
  const { view: _view, ...filter } = shown
  const page = pageNumber(url)
  const wanted = { ...filter, page, perPage: INVITED_AT_ONCE }
  const { companies, total } = await companiesToInvite(tx, eventId, wanted)
  const today = now()
  return {
    base: eventsBase(staffOf(call)),
    event: eventView(event),
    ...{ shown: { ...shown, view: 'table' }, total, page, pages: pagesOf(total, INVITED_AT_ONCE) },
    narrowed: isNarrowed(filter),
    choices: await filterChoices(tx, info.locale),
    companies: companies.map(({ sector, placeCode, lead, lastContactAt, ...company }) => ({
      id: company.id as string,
      name: company.name,
      about: [sectorLabel(sector, info.locale), placeLabel(placeCode)].join(' · '),
      stage: company.stage,
      slope: company.slope,
      lead: lead.name ?? lead.org,
      lastContact: lastContactAt && formatRelativeDay(lastContactAt, today),
      reach: company.reach,
      invitable: isInvitable(company.reach),
    })),
    formKey: newFormKey(),
  }
}

export async function loadAttendance(call: Loaded): Promise<AttendancePageData> {
  const { tx, id } = call
  const event = await readEvent(tx, id<EventId>('id'))
  if (!event.mayManage) notFound()
  return {
    base: eventsBase(staffOf(call)),
    event: eventView(event),
    companies: (await invitedCompanies(tx, event.id)).map(invitedLine),
    organisations: (await invitedOrganisations(tx, event.id)).map(organisationLine),
    formKey: newFormKey(),
  }
}
