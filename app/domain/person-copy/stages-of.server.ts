import { and, asc, eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { personKey } from '../candidates/person-key.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** Which companies were to meet her, under which name, and when they read it. */
export const meetingsOf = (tx: Tx, { orgId, candidateId }: Person) =>
  tx
    .select({
      company: companies.name,
      opening: openings.title,
      nameShown: meetings.nameShown,
      place: meetings.place,
      startsAt: meetings.startsAt,
      openedAt: meetings.openedAt,
      endedAt: meetings.endedAt,
    })
    .from(meetings)
    .innerJoin(companies, eq(companies.id, meetings.companyId))
    .innerJoin(cards, eq(cards.id, meetings.cardId))
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .where(and(eq(meetings.orgId, orgId), eq(meetings.candidateId, candidateId)))
    .orderBy(asc(meetings.startsAt))

/** What was sent for a contract, how often it was opened, and what of it is still kept. */
export async function contractLinksOf(tx: Tx, person: Person) {
  const rows = await tx
    .select({ link: contractLinks, company: companies.name, opening: openings.title })
    .from(contractLinks)
    .innerJoin(companies, eq(companies.id, contractLinks.companyId))
    .innerJoin(cards, eq(cards.id, contractLinks.cardId))
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .where(and(eq(contractLinks.orgId, person.orgId), eq(contractLinks.candidateId, person.candidateId)))
    .orderBy(asc(contractLinks.sentAt))
  if (rows.length === 0) return []
  const key = await personKey(tx, person)
  return rows.map(({ link, company, opening }) => ({
    ...{ company, opening, fields: link.fields, sentAt: link.sentAt, expiresAt: link.expiresAt },
    ...{ opens: link.opens, lastOpenedAt: link.lastOpenedAt, endedAt: link.endedAt },
    taxCode: link.taxCode && key.openIn('contract_links.tax_code', link.id, link.taxCode),
    address: link.address && key.openIn('contract_links.address', link.id, link.address),
  }))
}

export type MeetingCopy = Awaited<ReturnType<typeof meetingsOf>>[number]
export type ContractCopy = Awaited<ReturnType<typeof contractLinksOf>>[number]
