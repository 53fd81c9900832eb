import { getZodConstraint } from '@conform-to/zod/v4'
import { ruleToChange } from '#app/domain/follow-ups/change-rule.server.ts'
import type { FollowUpRule, RuleChange } from '#app/domain/follow-ups/rule.ts'
import { ruleFormFor } from '#app/domain/follow-ups/rule-form.schema.server.ts'
import { ruleHistory, type RuleVersion } from '#app/domain/follow-ups/rule-history.server.ts'
import { changedRule } from '#app/domain/follow-ups/rules.ts'
import { audiencesOf, everyAmount, timingOf, unitsOf } from '#app/domain/follow-ups/timing.ts'
import { companiesForPreview } from '#app/domain/mails/preview-rule.server.ts'
import { defaultTexts } from '#app/domain/messages/default-texts.ts'
import { hasButton, variablesOf } from '#app/domain/messages/templates.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { formatDateTime } from '#app/web/format.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import {
  diffInWords,
  reasonInWords,
  ruleName,
  timingInWords,
  triggersInWords,
  whoInWords,
} from '#app/web/rules/rule-words.server.ts'
import { text } from '#app/web/text.server.ts'

/** The page of a rule: how it works, the form that changes it, and its versions. */
export async function ruleView(tx: Tx, key: string) {
  const rule = ruleToChange(key)
  const history = await ruleHistory(tx, key)
  const change = history[0]?.change ?? {}
  const now = changedRule(rule, change)
  return {
    key,
    name: ruleName(key),
    enabled: now.enabled,
    facts: factsOf(now, rule),
    version: history[0]?.version ?? 0,
    form: formOf(rule, now, change),
    constraint: getZodConstraint(ruleFormFor(rule)),
    companies: rule.kind === 'message' ? await companiesForPreview(tx) : [],
    history: linesOf(rule, history),
    keys: { save: newFormKey(), restore: newFormKey() },
  }
}

export type RuleView = Awaited<ReturnType<typeof ruleView>>

const factsOf = (now: FollowUpRule, rule: FollowUpRule) => ({
  reason: reasonInWords(now.key),
  triggers: triggersInWords(now),
  answer: now.answer ? text(`follow_ups_answer_${now.answer}`) : null,
  needs: (now.needs ?? []).map((type) => text(`follow_ups_waits_${type}`)),
  stops: [...new Set(rule.stops.map((type) => text(`follow_ups_why_${type}`)))],
  when: timingInWords(now),
  who: whoInWords(now),
})

/** What the form begins with, and which of its parts the rule has. */
function formOf(rule: FollowUpRule, now: FollowUpRule, change: RuleChange) {
  const { amount, unit } = timingOf(now.delay)
  const texts = rule.kind === 'message' ? (change.texts ?? defaultTexts[rule.template]) : null
  return {
    units: unitsOf(rule),
    every: rule.repeat ? ('months' in rule.repeat.every ? ('months' as const) : ('days' as const)) : null,
    channels: rule.kind === 'message',
    audiences: audiencesOf(rule),
    button: rule.kind === 'message' && hasButton(rule.template),
    variables: rule.kind === 'message' ? variablesOf[rule.template].map((name) => `{${name}}`) : [],
    values: {
      enabled: now.enabled ? 'on' : '',
      amount: unit === 'at_once' ? '' : String(amount),
      unit,
      every: now.repeat ? String(everyAmount(now.repeat.every)) : '',
      channel: now.kind,
      audience: now.kind === 'task' ? now.audience : 'lead',
      ...(texts
        ? {
            ...{ subject_it: texts.it.subject, body_it: texts.it.body, action_it: texts.it.action },
            ...{ subject_en: texts.en.subject, body_en: texts.en.body, action_en: texts.en.action },
          }
        : {}),
    },
  }
}

const linesOf = (rule: FollowUpRule, history: readonly RuleVersion[]) =>
  history.map(({ version, change, why, by, at }, index) => ({
    version,
    title: text('rules_history_line', { version, by, date: formatDateTime(at) }),
    why,
    lines: diffInWords(rule, history[index + 1]?.change ?? {}, change),
  }))
