import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustStage } from '../trust/stages.ts'
import { standingOf } from '../trust/standing-of.ts'
import { accessRequests } from './access-requests.server.ts'
import { contactsOf } from './contacts-of.server.ts'
import { effortOf } from './effort.server.ts'
import { groupsOf } from './groups.server.ts'
import { introductionsOf } from './introductions.server.ts'
import { nextTouches } from './next-touches.server.ts'
import { rungsClimbed } from './rungs-climbed.server.ts'
import { trustReport } from './trust-report.server.ts'

const MOST_OPENINGS = 8

/**
 * What the network knows of a company, shared by all its people: facts, contacts, ladder, score with its reasons,
 * openings and the effort it took. Nothing of any person who was proposed there.
 * @throws DomainError not_found.
 */
export async function companyPage(tx: Tx, companyId: CompanyId) {
  actingStaff(tx, 'company.relate')
  const at = now()
  const [found] = await tx
    .select({ company: companies, leadName: users.name, leadOrg: organisations.name })
    .from(companies)
    .leftJoin(users, eq(users.id, companies.leadUserId))
    .leftJoin(organisations, eq(organisations.id, companies.leadOrgId))
    .where(eq(companies.id, companyId))
  if (!found) notFound()
  const { company, leadName, leadOrg } = found
  const stage = company.stage as TrustStage
  // Sent one after the other without waiting: they share no answer, and a page is not a dozen round trips long.
  const [requests, next, climbed, trust, people, posted, effort, groups, introductions] = await together([
    accessRequests(tx, companyId),
    nextTouches(tx, [companyId]),
    rungsClimbed(tx, companyId),
    trustReport(tx, companyId, stage, at),
    contactsOf(tx, companyId),
    postedOpenings(tx, companyId),
    effortOf(tx, companyId, at),
    groupsOf(tx, companyId),
    introductionsOf(tx, companyId),
  ])
  const asking = new Set(requests.map(({ contactId }) => contactId))
  return {
    id: company.id,
    name: company.name,
    vatId: company.vatId,
    sector: company.sector,
    sizeBand: company.sizeBand,
    placeCode: company.placeCode,
    website: company.website,
    verification: company.verification,
    version: company.version,
    stage,
    standing: standingOf(company, at),
    pausedUntil: company.pausedUntil,
    lastContactAt: company.lastContactAt,
    lead: { userId: company.leadUserId, orgId: company.leadOrgId, name: leadName, org: leadOrg },
    next: next.get(companyId) ?? null,
    climbed,
    trust,
    contacts: people.map((contact) => ({
      ...contact,
      asking: asking.has(contact.id),
    })),
    openings: posted,
    effort,
    groups,
    introductions,
  }
}

export type CompanyPage = Awaited<ReturnType<typeof companyPage>>

/** What a company has posted: open first, then paused and closed, each newest first. Drafts are its own business. */
async function postedOpenings(tx: Tx, companyId: CompanyId) {
  const { id, title, kind, state, places, postedAt } = openings
  return tx
    .select({ id, title, kind, state, places, postedAt })
    .from(openings)
    .where(and(eq(openings.companyId, companyId), inArray(openings.state, ['open', 'paused', 'closed'])))
    .orderBy(
      sql`array_position(array['open', 'paused', 'closed'], ${openings.state})`,
      desc(openings.postedAt),
    )
    .limit(MOST_OPENINGS)
}
