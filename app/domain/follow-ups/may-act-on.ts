import type { StaffActor } from '../shared/actor.ts'

/** What the rule needs to know of a follow-up and its company. */
export type ActedOn = {
  subjectType: string
  assigneeId: string | null
  assigneeOrgId: string | null
  leadOrgId: string | null
}

/**
 * Whose turn it may be. A task about a placement stays in the organisation of the person; any other may be settled by
 * whoever has it, her colleagues, the company's lead organisation, a coordinator, or, while it is nobody's, by anybody.
 */
export function mayActOn(actor: StaffActor, followUp: ActedOn): boolean {
  const { subjectType, assigneeId, assigneeOrgId, leadOrgId } = followUp
  const ownOrg = assigneeOrgId === actor.orgId
  if (subjectType === 'placement') return actor.role === 'case_manager' && ownOrg
  if (actor.role === 'coordinator' || assigneeId === actor.userId || ownOrg) return true
  return leadOrgId === actor.orgId || (assigneeId === null && assigneeOrgId === null)
}
