import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { plan } from './cadence.ts'
import type { Fact } from './facts.ts'
import type { RuleChange } from './rule.ts'
import { defaultRules, rulesWith } from './rules.ts'

const now = new Date('2026-11-23T09:00:00Z')
const posted: Fact = { id: 'f', type: 'opening_posted', subject: { type: 'opening', id: 'o' }, at: now }

function planned(fact: Fact, changes: Record<string, RuleChange> = {}) {
  const { due, cancelled } = plan([fact], rulesWith(changes), { now, calendar: workingCalendar(() => false) })
  return {
    due: new Map(due.map((followUp) => [followUp.rule, followUp.dueAt.toISOString()])),
    cancelled: new Map(cancelled.map(({ key, why }) => [key, why])),
  }
}

describe('rules', () => {
  test('have different keys', () => {
    expect(new Set(defaultRules.map((rule) => rule.key)).size).toBe(defaultRules.length)
  })

  test('are changed by coordinators: another delay, off, only from a day on', () => {
    const { due, cancelled } = planned(posted, {
      opening_call: { delay: { workingDays: 2 } },
      no_match_message: { enabled: false },
      opening_acknowledged: { since: new Date('2026-11-24T00:00:00Z') },
      no_such_rule: { enabled: false },
    })
    expect(due.get('opening_call')).toBe('2026-11-25T09:00:00.000Z')
    expect(cancelled.get('no_match_message|opening:o|1')).toBe('rule_off')
    expect(due.has('opening_acknowledged')).toBe(false)
    expect(due.has('no_match_task')).toBe(true)
  })

  test('follow no fact that was withdrawn', () => {
    const { due, cancelled } = planned({ ...posted, withdrawnAt: now })
    expect(due.size).toBe(0)
    expect(cancelled.get('opening_call|opening:o|1')).toBe('fact_withdrawn')
  })

  test('speak to the company by message and to the network by task', () => {
    for (const rule of defaultRules) {
      expect(rule.audience === 'hr_contact').toBe(rule.kind === 'message')
      if (rule.kind === 'message') expect(rule.stops).toEqual(expect.arrayContaining(['unsubscribed']))
    }
  })
})
