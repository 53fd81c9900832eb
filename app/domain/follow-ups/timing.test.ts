import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultRule, defaultRules } from './rules.ts'
import {
  audiencesOf,
  delayOf,
  everyOf,
  everyProblem,
  timingOf,
  timingProblem,
  timingUnits,
  unitsOf,
} from './timing.ts'

const call = defaultRule('opening_call') ?? expect.fail()
const talk = defaultRule('hire_talk_30') ?? expect.fail()

describe('the timing of a rule', () => {
  test('is shown and read back without loss, for every default', () => {
    for (const rule of defaultRules) {
      expect(delayOf(timingOf(rule.delay))).toEqual(rule.delay)
      expect(timingProblem(rule, timingOf(rule.delay))).toBeNull()
      if (rule.repeat) expect(everyProblem(rule.repeat.every)).toBeNull()
      if (rule.kind === 'task') expect(audiencesOf(rule)).toContain(rule.audience)
    }
  })

  test.each([
    ['negative', -1, 'days', 'rules_amount_whole'],
    ['broken', 1.5, 'working_days', 'rules_amount_whole'],
    ['nothing at all', 0, 'days', 'rules_amount_whole'],
    ['two years', 730, 'days', 'rules_amount_long'],
    ['two years of months', 24, 'months', 'rules_amount_long'],
    ['before an end that it has not', 5, 'days_before', 'rules_unit_impossible'],
  ] as const)('%s is refused with its reason', (_, amount, unit, problem) => {
    expect(timingProblem(call, { amount, unit })).toBe(problem)
  })

  test('counts back from an end, and only that way, where the rule does', () => {
    expect(unitsOf(talk)).toEqual(['days_before'])
    expect(timingProblem(talk, { amount: 45, unit: 'days_before' })).toBeNull()
    expect(timingProblem(talk, { amount: 2, unit: 'days' })).toBe('rules_unit_impossible')
    expect(timingProblem(talk, { amount: 400, unit: 'days_before' })).toBe('rules_amount_long')
    expect(delayOf({ amount: 45, unit: 'days_before' })).toEqual({ days: -45 })
  })

  test('whatever number is let in lies within a year', () => {
    fc.assert(
      fc.property(fc.double(), fc.constantFrom(...timingUnits), (amount, unit) => {
        if (timingProblem(call, { amount, unit }) !== null) return
        const delay = delayOf({ amount, unit })
        const days =
          delay === 'at_once'
            ? 0
            : 'months' in delay
              ? delay.months * 31
              : 'days' in delay
                ? delay.days
                : (delay.workingDays * 7) / 5
        expect(days).toBeGreaterThanOrEqual(0)
        expect(days).toBeLessThanOrEqual(372)
      }),
    )
  })

  test('repeats once a week at most', () => {
    const monthly = defaultRule('check_in_company_monthly') ?? expect.fail()
    const again = defaultRule('no_contact') ?? expect.fail()
    expect(everyOf(monthly, 2)).toEqual({ months: 2 })
    expect(everyOf(again, 6)).toEqual({ days: 6 })
    expect(everyProblem({ days: 6 })).toBe('rules_every_short')
    expect(everyProblem({ days: 30 })).toBeNull()
    expect(everyProblem({ months: 0 })).toBe('rules_every_whole')
    expect(everyProblem({ months: 13 })).toBe('rules_amount_long')
  })

  test('what is about a placement stays with the case manager', () => {
    for (const key of ['check_in_company_day_3', 'hire_thanks', 'hire_talk_15', 'retention_6']) {
      expect(audiencesOf(defaultRule(key) ?? expect.fail())).toEqual(['case_manager'])
    }
    expect(audiencesOf(call)).not.toContain('case_manager')
  })
})
