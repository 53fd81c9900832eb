import { openingRules } from './opening-rules.ts'
import { placementRules } from './placement-rules.ts'
import { proposalRules } from './proposal-rules.ts'
import { relationshipRules } from './relationship-rules.ts'
import type { FollowUpRule } from './rule.ts'

/** Every follow-up that happens by rule, with its default delay. */
export const defaultRules: readonly FollowUpRule[] = [
  ...openingRules,
  ...proposalRules,
  ...placementRules,
  ...relationshipRules,
]

/** What a coordinator changed of a rule. */
export type RuleChange = { enabled?: boolean; delay?: FollowUpRule['delay']; since?: Date }

/** The rules in force: the defaults with the coordinators' changes, by rule key. Unknown keys are ignored. */
export const rulesWith = (changes: Readonly<Record<string, RuleChange>>): FollowUpRule[] =>
  defaultRules.map((rule) => ({ ...rule, ...changes[rule.key] }))
