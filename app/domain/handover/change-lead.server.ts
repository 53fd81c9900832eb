import { and, asc, eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { can } from '../access/can.ts'
import { audit } from '../audit/record.server.ts'
import { lockCompany, type CompanyRow } from '../companies/lock-company.server.ts'
import { recordLeadChange, type NewLead } from '../companies/record-lead-change.server.ts'
import { handedOnBy } from '../follow-ups/handing-on.ts'
import { keepOwner } from '../ownership/owner-lock.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { LeadChange } from './change-lead.schema.server.ts'
import { goesWithLead, mayFollow } from './lead-rules.ts'
import { receivers } from './receivers.server.ts'

/**
 * Gives one company another lead, with the open tasks that go on with it: by its lead or her organisation, by a
 * coordinator, or by a case manager who takes one that nobody leads.
 * @returns how it came to her.
 * @throws DomainError stale when somebody else leads it than the page said, refused for who may not, invalid for a
 * person who can't have it.
 */
export async function changeLead(
  tx: Tx,
  companyId: CompanyId,
  input: LeadChange,
): Promise<'handed_over' | 'taken'> {
  const actor = actingStaff(tx, 'company.relate')
  const to = input.to as UserId
  await keepOwner(tx, to)
  const company = await lockCompany(tx, companyId)
  const { leadUserId, leadOrgId, version } = company
  if (leadUserId !== (input.from ?? null)) throw new DomainError('stale', 'handover_lead_changed')
  if (!can(tx.actor, 'company.change_lead', { leadOrgId }))
    throw new DomainError('refused', 'handover_lead_not_yours')
  const chosen = (await receivers(tx, null)).find(({ userId }) => userId === to)
  if (!chosen || !mayFollow(actor, company, chosen))
    throw new DomainError('invalid', 'handover_not_to_them', 'to')
  const lead = { userId: chosen.userId, orgId: chosen.orgId }
  await tx
    .update(companies)
    .set({ leadUserId: lead.userId, leadOrgId: lead.orgId, version: version + 1 })
    .where(eq(companies.id, companyId))
  const cause = leadUserId === null && lead.userId === actor.userId ? 'taken' : 'handed_over'
  await recordLeadChange(tx, company, lead, cause)
  await passTasks(tx, company, lead)
  return cause
}

/** Puts what the lead before had to do there into the day of the new one. What was nobody's is hers by itself. */
async function passTasks(tx: Tx, { id, leadUserId, leadOrgId }: CompanyRow, lead: NewLead): Promise<void> {
  if (!leadUserId) return
  const tasks = await tx
    .select({ id: followUps.id, subjectType: followUps.subjectType, ruleKey: followUps.ruleKey })
    .from(followUps)
    .where(
      and(
        eq(followUps.companyId, id),
        eq(followUps.assigneeId, leadUserId),
        eq(followUps.kind, 'task'),
        eq(followUps.state, 'planned'),
      ),
    )
    .orderBy(asc(followUps.id))
    .for('update')
  for (const task of tasks.filter(goesWithLead)) {
    await tx
      .update(followUps)
      .set({ assigneeId: lead.userId, assigneeOrgId: lead.orgId, why: handedOnBy(leadUserId) })
      .where(eq(followUps.id, task.id))
    await audit(tx, {
      ...{ action: 'follow_up.handed_on', subjectType: 'follow_up', subjectId: task.id },
      ...(leadOrgId && { orgId: leadOrgId }),
    })
  }
}
