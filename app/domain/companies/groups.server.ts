import { asc, count, eq, sql } from 'drizzle-orm'
import { companyGroupMembers, companyGroups } from '#db/schema/company-groups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Every association, consortium and group that the network knows, by name, with how many of its companies are in it. */
export async function allGroups(tx: Tx) {
  actingStaff(tx, 'company.relate')
  return tx
    .select({
      id: companyGroups.id,
      name: companyGroups.name,
      kind: companyGroups.kind,
      members: count(companyGroupMembers.companyId),
    })
    .from(companyGroups)
    .leftJoin(companyGroupMembers, eq(companyGroupMembers.groupId, companyGroups.id))
    .groupBy(companyGroups.id)
    .orderBy(asc(sql`lower(${companyGroups.name})`))
}

/** Those that a company belongs to. */
export async function groupsOf(tx: Tx, companyId: CompanyId) {
  const own = await tx
    .select({ groupId: companyGroupMembers.groupId })
    .from(companyGroupMembers)
    .where(eq(companyGroupMembers.companyId, companyId))
  if (own.length === 0) return []
  const ids = new Set(own.map(({ groupId }) => groupId))
  return (await allGroups(tx)).filter(({ id }) => ids.has(id))
}
