import { describe, expect, test } from 'vitest'
import en from '#app/locales/en/follow_ups.json'
import it from '#app/locales/it/follow_ups.json'
import { TASK_INSTEAD_OF_MESSAGE } from './limits.ts'
import { taskAudiences } from './rule.ts'
import { defaultRules } from './rules.ts'
import { followUpStates } from './states.ts'

/** Codes by which something else than a rule's own stop cancels: a colleague, a contact who left, the mail itself. */
const CANCELLED_ELSEWHERE = [
  ...['fact_withdrawn', 'settled', 'contact_left', 'unsubscribed'],
  ...['no_address', 'no_reason', 'mail_refused', 'do_not_contact', 'discarded', 'reopened', 'waits'],
]

const needed = [
  TASK_INSTEAD_OF_MESSAGE,
  ...followUpStates.map((state) => `follow_ups_state_${state}`),
  ...[...taskAudiences, 'hr_contact'].map((audience) => `follow_ups_audience_${audience}`),
  ...[...CANCELLED_ELSEWHERE, 'rule_off'].map((why) => `follow_ups_why_${why}`),
  ...defaultRules.flatMap((rule) => [
    `follow_ups_rule_${rule.key}`,
    ...(rule.kind === 'task' ? [rule.title] : []),
    ...rule.stops.map((fact) => `follow_ups_why_${fact}`),
    ...(rule.needs ?? []).map((fact) => `follow_ups_waits_${fact}`),
  ]),
]

describe.each([
  ['it', it],
  ['en', en],
])('the words of follow-ups in %s', (_, texts: Record<string, string>) => {
  test.each([...new Set(needed)])('say %s', (key) => expect(texts[key]?.trim()).toBeTruthy())

  test('are the same keys in both languages', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(it).sort())
  })
})
