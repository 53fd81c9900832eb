import { eq, sql } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companyGroupMembers, companyGroups } from '#db/schema/company-groups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyGroupId, CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { GroupJoined } from './join-group.schema.server.ts'
import { lockCompany } from './lock-company.server.ts'

/**
 * Notes that a company belongs to an association, a consortium or a group; a name that is known already is that one.
 * @throws DomainError invalid for one that does not exist, conflict where it belongs to it already.
 */
export async function joinGroup(tx: Tx, companyId: CompanyId, input: GroupJoined): Promise<void> {
  const { userId: addedBy } = actingStaff(tx, 'company.relate')
  await lockCompany(tx, companyId)
  const groupId = input.groupId ? await known(tx, input.groupId as CompanyGroupId) : await named(tx, input)
  const joined = await tx
    .insert(companyGroupMembers)
    .values({ companyId, groupId, addedBy, addedAt: now() })
    .onConflictDoNothing()
    .returning({ groupId: companyGroupMembers.groupId })
  if (joined.length === 0) throw new DomainError('conflict', 'groups_joined_already', 'groupId')
  await audit(tx, { action: 'company.group_joined', subjectType: 'company', subjectId: companyId })
}

async function known(tx: Tx, id: CompanyGroupId): Promise<CompanyGroupId> {
  if ((await tx.$count(companyGroups, eq(companyGroups.id, id))) === 0)
    throw new DomainError('invalid', 'groups_unknown', 'groupId')
  return id
}

async function named(tx: Tx, { name = '', kind = 'association' }: GroupJoined): Promise<CompanyGroupId> {
  await tx
    .insert(companyGroups)
    .values({ id: newId<CompanyGroupId>(), name, kind, createdAt: now() })
    .onConflictDoNothing()
  const [group] = await tx
    .select({ id: companyGroups.id })
    .from(companyGroups)
    .where(eq(sql`lower(${companyGroups.name})`, name.toLowerCase()))
  if (!group) throw new DomainError('invalid', 'groups_unknown', 'name')
  return group.id
}
