import { and, eq, inArray } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { authorise } from '../access/authorise.server.ts'
import { listCompanies, type CompanyFilter, type ListedCompany } from '../companies/list-companies.server.ts'
import { readsOurMail } from '../contacts/who-answers.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId, EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { reachOf, type Reach } from './invitable.ts'

export type CompanyToInvite = Pick<
  ListedCompany,
  'id' | 'name' | 'sector' | 'placeCode' | 'stage' | 'slope' | 'score' | 'lastContactAt' | 'lead'
> & { reach: Reach }

/** A page of the portfolio with how each company can be invited to an event. */
export async function companiesToInvite(
  tx: Tx,
  eventId: EventId,
  filter: CompanyFilter,
): Promise<{ companies: CompanyToInvite[]; total: number }> {
  const [event] = await tx
    .select({ startsAt: events.startsAt, orgId: events.orgId })
    .from(events)
    .where(eq(events.id, eventId))
  if (!event) notFound()
  authorise(tx, 'event.manage', { orgId: event.orgId })
  const { companies: listed, total } = await listCompanies(tx, filter)
  const ids = listed.map(({ id }) => id)
  const at = now()
  const afterwards = event.startsAt <= at
  const { invited, readers, standing } = await reachFacts(tx, eventId, ids)
  return {
    total,
    companies: listed.map(({ id, name, sector, placeCode, stage, slope, score, lastContactAt, lead }) => ({
      ...{ id, name, sector, placeCode, stage, slope, score, lastContactAt, lead },
      reach: reachOf(
        {
          doNotContact: standing.get(id)?.doNotContact ?? false,
          pausedUntil: standing.get(id)?.pausedUntil ?? null,
          merged: false,
          invited: invited.has(id),
        },
        { hasReader: readers.has(id), at, afterwards },
      ),
    })),
  }
}

type ReachFacts = {
  invited: ReadonlySet<CompanyId>
  readers: ReadonlySet<CompanyId>
  standing: ReadonlyMap<CompanyId, { doNotContact: boolean; pausedUntil: Date | null }>
}

async function reachFacts(tx: Tx, eventId: EventId, ids: readonly CompanyId[]): Promise<ReachFacts> {
  if (ids.length === 0) return { invited: new Set(), readers: new Set(), standing: new Map() }
  const own = [...ids]
  const invited = await tx
    .select({ id: eventInvitations.companyId })
    .from(eventInvitations)
    .where(and(eq(eventInvitations.eventId, eventId), inArray(eventInvitations.companyId, own)))
  const people = await tx
    .select()
    .from(contacts)
    .where(and(inArray(contacts.companyId, own), eq(contacts.active, true)))
  const standing = await tx
    .select({ id: companies.id, doNotContact: companies.doNotContact, pausedUntil: companies.pausedUntil })
    .from(companies)
    .where(inArray(companies.id, own))
  return {
    invited: new Set(invited.map(({ id }) => id)),
    readers: new Set(
      people
        .filter((contact) => contact.email !== null && readsOurMail(contact))
        .map(({ companyId }) => companyId),
    ),
    standing: new Map(standing.map(({ id, ...row }) => [id, row])),
  }
}
