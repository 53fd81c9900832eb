import { asc, eq, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { companies, companyReferrals } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustStage } from '../trust/stages.ts'

export type Introduction = { id: CompanyId; name: string; stage: TrustStage; at: Date }

/** Who introduced a company to the network, and whom it introduced, the earliest first. */
export async function introductionsOf(
  tx: Tx,
  companyId: CompanyId,
): Promise<{ introducedBy: Introduction[]; introduced: Introduction[] }> {
  actingStaff(tx, 'company.relate')
  const from = alias(companies, 'introducer')
  const to = alias(companies, 'introduced')
  const rows = await tx
    .select({ at: companyReferrals.at, from, to })
    .from(companyReferrals)
    .innerJoin(from, eq(from.id, companyReferrals.fromCompanyId))
    .innerJoin(to, eq(to.id, companyReferrals.toCompanyId))
    .where(or(eq(companyReferrals.fromCompanyId, companyId), eq(companyReferrals.toCompanyId, companyId)))
    .orderBy(asc(companyReferrals.at))
  const line = ({ id, name, stage }: typeof companies.$inferSelect, at: Date): Introduction => ({
    ...{ id, name, at },
    stage: stage as TrustStage,
  })
  return {
    introducedBy: rows.filter(({ to: { id } }) => id === companyId).map((row) => line(row.from, row.at)),
    introduced: rows.filter(({ from: { id } }) => id === companyId).map((row) => line(row.to, row.at)),
  }
}
