import { desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { companyMerges } from '#db/schema/company-merges.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { can } from '../access/can.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The companies that became one with this, the latest first, and which of it may be taken back by the reader. */
export async function mergesOf(tx: Tx, companyId: CompanyId) {
  actingStaff(tx, 'company.relate')
  const gone = alias(companies, 'gone')
  const rows = await tx
    .select({ merge: companyMerges, gone, leadOrgId: companies.leadOrgId, by: users.name })
    .from(companyMerges)
    .innerJoin(gone, eq(gone.id, companyMerges.fromCompanyId))
    .innerJoin(companies, eq(companies.id, companyMerges.intoCompanyId))
    .leftJoin(users, eq(users.id, companyMerges.mergedBy))
    .where(eq(companyMerges.intoCompanyId, companyId))
    .orderBy(desc(companyMerges.mergedAt))
  return rows.map(({ merge, gone: { name, vatId, leadOrgId: goneOrg }, leadOrgId, by }) => ({
    ...{ id: merge.id, name, vatId, reason: merge.reason, at: merge.mergedAt, by },
    takenBackAt: merge.unmergedAt,
    mayTakeBack:
      merge.unmergedAt === null && can(tx.actor, 'company.merge', { leadOrgIds: [goneOrg, leadOrgId] }),
  }))
}
