import { describe, expect, test } from 'vitest'
import { loopOf } from './loops.ts'
import type { RuleChange } from './rule.ts'
import { defaultRules, rulesWith } from './rules.ts'

const loop = (key: string, changes: Record<string, RuleChange>) => loopOf(rulesWith(changes), key)

describe('a loop of rules', () => {
  test('there is none among the defaults', () => {
    for (const { key } of defaultRules) expect(loop(key, {})).toBeNull()
  })

  test('a rule that its own task sets off again is refused in less than a week', () => {
    expect(loop('no_contact', { no_contact: { delay: { days: 6 } } })).toEqual(['no_contact'])
    expect(loop('no_contact', { no_contact: { delay: 'at_once' } })).toEqual(['no_contact'])
    expect(loop('no_contact', { no_contact: { delay: { days: 7 } } })).toBeNull()
    expect(loop('opening_still_open', { opening_still_open: { delay: { workingDays: 2 } } })).toEqual([
      'opening_still_open',
    ])
  })

  test('goes through other rules too, by the shortest way', () => {
    const rules = rulesWith({}).map((rule) =>
      rule.key === 'opening_call'
        ? { ...rule, triggers: ['contacted'] as const, leadsTo: ['company_resumed'] as const }
        : rule,
    )
    expect(loopOf(rules, 'opening_call')).toEqual(['opening_call', 'pick_up_again'])
    const slow = rules.map((rule) =>
      rule.key === 'pick_up_again' ? { ...rule, delay: { workingDays: 6 } } : rule,
    )
    expect(loopOf(slow, 'opening_call')).toBeNull()
  })

  test('a rule that is off sets off nothing', () => {
    const off = { delay: { workingDays: 2 }, enabled: false }
    expect(loop('opening_still_open', { opening_still_open: off })).toBeNull()
  })
})
