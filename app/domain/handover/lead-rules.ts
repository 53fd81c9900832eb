import { defaultRules } from '../follow-ups/rules.ts'

type Person = { userId: string; role: string }

/**
 * To whom a company may go, from an actor who may change its lead: to another case manager of any organisation. One that
 * nobody leads is given by a coordinator; a case manager takes it herself or leaves it.
 */
export const mayFollow = (
  actor: Person,
  { leadUserId }: { leadUserId: string | null },
  { userId, role }: Person,
): boolean =>
  role === 'case_manager' &&
  userId !== leadUserId &&
  (leadUserId !== null || actor.role === 'coordinator' || userId === actor.userId)

const forLead = new Set(
  defaultRules.filter(({ kind, audience }) => kind === 'task' && audience === 'lead').map(({ key }) => key),
)

/**
 * Whether a task of a company's lead goes on with its next one. What is about a person stays with whoever follows her, and
 * so does what was asked of somebody by name; of a card, the lead's part is what the rules give to leads.
 */
export function goesWithLead({ subjectType, ruleKey }: { subjectType: string; ruleKey: string | null }) {
  if (subjectType === 'placement' || subjectType === 'help_request') return false
  return subjectType !== 'card' || (ruleKey !== null && forLead.has(ruleKey))
}
