import { asc, count, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations } from '#db/schema/accounts.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { EventKind } from './event-kinds.ts'
import { stateOf, type EventState } from './event-states.ts'

/** How many companies are invited, and what is known of them. */
export type EventCounts = {
  invited: number
  coming: number
  declined: number
  attended: number
}

export type ListedEvent = EventCounts & {
  id: EventId
  title: string
  kind: EventKind
  place: string
  startsAt: Date
  endsAt: Date
  organiser: string
  state: EventState
  attendanceNoted: boolean
}

export const NO_COUNTS: EventCounts = { invited: 0, coming: 0, declined: 0, attended: 0 }

/** The counts of some events, in one statement. */
export async function countsOf(tx: Tx, ids: readonly EventId[]): Promise<Map<EventId, EventCounts>> {
  if (ids.length === 0) return new Map()
  const { eventId, answer, attendance } = eventInvitations
  const which = (condition: ReturnType<typeof sql>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`
  const rows = await tx
    .select({
      eventId,
      invited: count(),
      coming: which(sql`${answer} = 'coming'`),
      declined: which(sql`${answer} = 'declined'`),
      attended: which(sql`${attendance} = 'attended'`),
    })
    .from(eventInvitations)
    .where(inArray(eventId, [...ids]))
    .groupBy(eventId)
  return new Map(rows.map(({ eventId: id, ...counts }) => [id, counts]))
}

/** Events of the network: those to come, the next one first, or those past, the last one first. One page. */
export async function listEvents(
  tx: Tx,
  { past, page, perPage }: { past: boolean; page: number; perPage: number },
): Promise<{ events: ListedEvent[]; total: number }> {
  actingStaff(tx, 'event.read')
  const at = now()
  const wanted = past ? lt(events.endsAt, at) : gte(events.endsAt, at)
  const rows = await tx
    .select({ event: events, organiser: organisations.name })
    .from(events)
    .innerJoin(organisations, eq(organisations.id, events.orgId))
    .where(wanted)
    .orderBy(past ? desc(events.startsAt) : asc(events.startsAt), asc(events.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  const counts = await countsOf(
    tx,
    rows.map(({ event }) => event.id),
  )
  return {
    total: await tx.$count(events, wanted),
    events: rows.map(({ event, organiser }) => {
      const { id, title, kind, place, startsAt, endsAt, attendanceAt } = event
      const own = {
        id,
        title,
        kind,
        place,
        startsAt,
        endsAt,
        organiser,
        attendanceNoted: attendanceAt !== null,
      }
      return { ...own, state: stateOf(event, at), ...(counts.get(id) ?? NO_COUNTS) }
    }),
  }
}
