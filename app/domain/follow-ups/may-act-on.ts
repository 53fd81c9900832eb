import type { StaffActor } from '../shared/actor.ts'

/** What the rule needs to know of a follow-up and its company. */
export type ActedOn = {
  kind: 'message' | 'task'
  subjectType: string
  assigneeId: string | null
  assigneeOrgId: string | null
  leadOrgId: string | null
}

/**
 * Whose turn it may be. A task about a placement stays in the organisation of the person; a message about it, which says
 * nothing of her, is the network's as every message to a company is. Anything else may be settled by
 * whoever has it, her colleagues, the company's lead organisation, a coordinator, or, while it is nobody's, by anybody.
 */
export function mayActOn(actor: StaffActor, followUp: ActedOn): boolean {
  const { kind, subjectType, assigneeId, assigneeOrgId, leadOrgId } = followUp
  const ownOrg = assigneeOrgId === actor.orgId
  if (subjectType === 'placement' && kind === 'task') return actor.role === 'case_manager' && ownOrg
  if (actor.role === 'coordinator' || assigneeId === actor.userId || ownOrg) return true
  return leadOrgId === actor.orgId || (assigneeId === null && assigneeOrgId === null)
}
