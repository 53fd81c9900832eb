import { and, eq } from 'drizzle-orm'
import { companyGroupMembers } from '#db/schema/company-groups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyGroupId, CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Notes that a company belongs to a group no more. @throws DomainError not_found where it did not. */
export async function leaveGroup(tx: Tx, companyId: CompanyId, groupId: CompanyGroupId): Promise<void> {
  actingStaff(tx, 'company.relate')
  const left = await tx
    .delete(companyGroupMembers)
    .where(and(eq(companyGroupMembers.companyId, companyId), eq(companyGroupMembers.groupId, groupId)))
    .returning({ groupId: companyGroupMembers.groupId })
  if (left.length === 0) notFound()
  await audit(tx, { action: 'company.group_left', subjectType: 'company', subjectId: companyId })
}
