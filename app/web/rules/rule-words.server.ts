import type { FollowUpRule, RuleChange } from '#app/domain/follow-ups/rule.ts'
import { changedRule } from '#app/domain/follow-ups/rules.ts'
import { everyAmount, timingOf } from '#app/domain/follow-ups/timing.ts'
import { text } from '../text.server.ts'

/** A delay in words: `dopo 5 giorni lavorativi`, `30 giorni prima della fine del tirocinio`. */
function delayInWords(rule: FollowUpRule): string {
  const { amount: count, unit } = timingOf(rule.delay)
  if (unit === 'at_once') return text('rules_timing_at_once')
  const one = { working_days: 'working_day', days: 'day', months: 'month', days_before: 'day_before' }[unit]
  return count === 1 ? text(`rules_timing_${one}`) : text(`rules_timing_${unit}`, { count })
}

/** When a rule acts, its repetition included. */
export function timingInWords(rule: FollowUpRule): string {
  const first = delayInWords(rule)
  if (!rule.repeat) return first
  const count = everyAmount(rule.repeat.every)
  if ('days' in rule.repeat.every) return text('rules_timing_every_days', { first, count })
  return count === 1
    ? text('rules_timing_every_month', { first })
    : text('rules_timing_every_months', { first, count })
}

export const audienceInWords = ({ audience }: FollowUpRule): string => text(`follow_ups_audience_${audience}`)

/** Who hears of it or does it, with what it is. */
export const whoInWords = (rule: FollowUpRule): string =>
  text(rule.kind === 'message' ? 'rules_message_to' : 'rules_task_of', { who: audienceInWords(rule) })

/** Rules that differ only in their day share the reason they are there for. */
const FAMILIES = [
  'proposal_reminder',
  'check_in_company',
  'check_in_person',
  'hire_talk',
  'internship_end_notice',
  'retention',
]

export const reasonInWords = (key: string): string =>
  text(`rules_reason_${FAMILIES.find((family) => key.startsWith(family)) ?? key}`)

export const ruleName = (key: string): string => text(`follow_ups_rule_${key}`)

/** What a rule begins with. */
export const triggersInWords = ({ triggers }: Pick<FollowUpRule, 'triggers'>): string[] =>
  triggers.map((type) => text(`rules_trigger_${type}`))

/** What one version of a rule changed of the one before, line by line. */
export function diffInWords(rule: FollowUpRule, before: RuleChange, after: RuleChange): string[] {
  const [old, now] = [changedRule(rule, before), changedRule(rule, after)]
  const lines: string[] = []
  if (old.enabled !== now.enabled) lines.push(text(now.enabled ? 'rules_diff_on' : 'rules_diff_off'))
  const [timedBefore, timedNow] = [timingInWords(old), timingInWords(now)]
  if (timedBefore !== timedNow)
    lines.push(text('rules_diff_timing', { before: timedBefore, after: timedNow }))
  if (old.kind !== now.kind) lines.push(text(`rules_diff_channel_${now.kind}`))
  else if (old.audience !== now.audience)
    lines.push(text('rules_diff_audience', { before: audienceInWords(old), after: audienceInWords(now) }))
  for (const locale of ['it', 'en'] as const) {
    if (JSON.stringify(before.texts?.[locale]) !== JSON.stringify(after.texts?.[locale]))
      lines.push(text(`rules_diff_text_${locale}`))
  }
  return lines.length > 0 ? lines : [text('rules_diff_nothing')]
}
