import { eventRules } from './event-rules.ts'
import { openingRules } from './opening-rules.ts'
import { placementRules } from './placement-rules.ts'
import { proposalRules } from './proposal-rules.ts'
import { relationshipRules } from './relationship-rules.ts'
import { TASK_IN_PERSON, type FollowUpRule, type RuleChange } from './rule.ts'

/** The rules as coordinators read them: by what they are about. */
export const ruleGroups = {
  openings: openingRules,
  proposals: proposalRules,
  placements: placementRules,
  relationship: relationshipRules,
  events: eventRules,
} as const satisfies Record<string, readonly FollowUpRule[]>
export type RuleGroup = keyof typeof ruleGroups

/** Every follow-up that happens by rule, as it stands until a coordinator changes it. */
export const defaultRules: readonly FollowUpRule[] = Object.values(ruleGroups).flat()

export const defaultRule = (key: string): FollowUpRule | undefined =>
  defaultRules.find((rule) => rule.key === key)

const messageRules = defaultRules.filter(({ kind }) => kind === 'message')

/** The rules whose message answers what she has done herself a moment ago: she is at her desk. */
const answersToHer = new Set(
  messageRules.filter((rule) => 'answersHerAct' in rule && rule.answersHerAct).map(({ key }) => key),
)
export const answersHerAct = (ruleKey: string | null): boolean =>
  ruleKey !== null && answersToHer.has(ruleKey)

/** The rules whose message leaves in office hours alone, whenever it came due. */
export const rulesInHours: readonly string[] = messageRules
  .map(({ key }) => key)
  .filter((key) => !answersToHer.has(key))

/** A rule with what was changed of it. A message that a person takes over is the lead's task unless told whose. */
export function changedRule(rule: FollowUpRule, change: RuleChange = {}): FollowUpRule {
  const { delay = rule.delay, every, channel, audience, since } = change
  const enabled = rule.always ?? change.enabled ?? rule.enabled
  const repeat = rule.repeat && every ? { ...rule.repeat, every } : rule.repeat
  const timed = { enabled, delay, repeat, ...(since ? { since } : {}) }
  if (rule.kind === 'task') return { ...rule, ...timed, audience: audience ?? rule.audience }
  if (channel !== 'task') return { ...rule, ...timed }
  const { key, triggers, answer, about, from, ifLate, restartsOn, needs, stops, leadsTo } = rule
  return {
    ...{ key, triggers, answer, about, from, ifLate, restartsOn, needs, stops, leadsTo, ...timed },
    ...{ kind: 'task', title: TASK_IN_PERSON, audience: audience ?? 'lead' },
  }
}

/** The rules in force: the defaults with the coordinators' changes, by rule key. Unknown keys are ignored. */
export const rulesWith = (changes: Readonly<Record<string, RuleChange>>): FollowUpRule[] =>
  defaultRules.map((rule) => changedRule(rule, changes[rule.key]))
