import { newId, now } from '#app/platform/clock.server.ts'
import { leadChanges } from '#db/schema/lead-changes.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import type { CompanyId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CompanyRow } from './lock-company.server.ts'

export type NewLead = { userId: UserId; orgId: OrganisationId }

/** Notes that a company has another lead, for its timeline and for the audit log. */
export async function recordLeadChange(
  tx: Tx,
  company: Pick<CompanyRow, 'id' | 'leadUserId' | 'leadOrgId'>,
  to: NewLead,
  cause: 'handed_over' | 'taken',
): Promise<void> {
  const companyId: CompanyId = company.id
  await tx.insert(leadChanges).values({
    ...{ id: newId<string>(), companyId, cause, at: now(), authorId: userIdOf(tx.actor) ?? to.userId },
    ...{ fromUserId: company.leadUserId, fromOrgId: company.leadOrgId },
    ...{ toUserId: to.userId, toOrgId: to.orgId },
  })
  const action = cause === 'taken' ? 'company.lead_taken' : 'company.lead_handed_over'
  await audit(tx, { action, subjectType: 'company', subjectId: companyId })
}
