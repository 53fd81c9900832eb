import { count, eq, inArray } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies, contacts, interactions } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { stories } from '#db/schema/stories.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { can } from '../access/can.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustStage } from '../trust/stages.ts'
import { leadsDiffer, mergeFault, type MergeSide } from './merge-facts.ts'

/** One of two companies that may be one: what tells them apart and what each owns. */
export type ComparedCompany = {
  id: CompanyId
  name: string
  vatId: string
  placeCode: string
  sector: string
  website: string | null
  verification: MergeSide['verification']
  stage: TrustStage
  score: number
  createdAt: Date
  lastContactAt: Date | null
  lead: { name: string | null; org: string | null }
  contacts: number
  interactions: number
  openings: number
  stories: number
}

/**
 * Two companies side by side, which way round they may become one, and whether their leads differ.
 * @throws DomainError not_found for one that is not there, or is one with another already.
 */
export async function compareCompanies(tx: Tx, a: CompanyId, b: CompanyId) {
  actingStaff(tx, 'company.relate')
  const rows = await tx
    .select({ company: companies, leadName: users.name, leadOrg: organisations.name })
    .from(companies)
    .leftJoin(users, eq(users.id, companies.leadUserId))
    .leftJoin(organisations, eq(organisations.id, companies.leadOrgId))
    .where(inArray(companies.id, [a, b]))
  const [one, other] = [a, b].map((id) => rows.find(({ company }) => company.id === id))
  if (!one || !other || one.company.mergedInto || other.company.mergedInto || a === b) notFound()
  const sides = [one, other].map(({ company }): MergeSide => ({
    ...company,
    stage: company.stage as TrustStage,
  }))
  const [left, right] = sides as [MergeSide, MergeSide]
  return {
    companies: [await compared(tx, one), await compared(tx, other)] as const,
    /** Why the first may not go into the second, and the second not into the first; null where it may. */
    faults: [mergeFault(left, right), mergeFault(right, left)] as const,
    leadsDiffer: leadsDiffer(left, right),
    may: can(tx.actor, 'company.merge', { leadOrgIds: [left.leadOrgId, right.leadOrgId] }),
  }
}

type Row = { company: typeof companies.$inferSelect; leadName: string | null; leadOrg: string | null }

async function compared(tx: Tx, { company, leadName, leadOrg }: Row): Promise<ComparedCompany> {
  const { id, name, vatId, placeCode, sector, website, verification, createdAt, lastContactAt } = company
  const counted = async (table: typeof contacts | typeof interactions | typeof openings | typeof stories) => {
    const [row] = await tx.select({ total: count() }).from(table).where(eq(table.companyId, id))
    return row?.total ?? 0
  }
  return {
    ...{ id, name, vatId, placeCode, sector, website, verification, createdAt, lastContactAt },
    stage: company.stage as TrustStage,
    score: company.trustScore,
    lead: { name: leadName, org: leadOrg },
    contacts: await counted(contacts),
    interactions: await counted(interactions),
    openings: await counted(openings),
    stories: await counted(stories),
  }
}
