import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, WEEK } from '#app/domain/shared/durations.ts'
import { defaultKinds } from './event-kinds.ts'
import { isWarm, slopeOf, trustSlope } from './slope.ts'
import { rankOf, stageByHand, stageFacts, stageFromFact, stagesByHand, trustStages } from './stages.ts'
import { standingMove } from './standing.ts'

const TODAY = Date.parse('2026-11-23T09:00:00Z')

describe('the ladder', () => {
  test('is climbed by facts, never descended', () => {
    fc.assert(
      fc.property(fc.constantFrom(...trustStages), fc.constantFrom(...stageFacts), (stage, fact) => {
        expect(rankOf(stageFromFact(stage, fact))).toBeGreaterThanOrEqual(rankOf(stage))
      }),
    )
    expect(stageFromFact('new', 'opening_posted')).toBe('posting')
    expect(stageFromFact('hiring', 'opening_posted')).toBe('hiring')
    expect(stageFromFact('hiring', 'referral_contacted')).toBe('ambassador')
  })

  test('is descended by a person, with a reason', () => {
    expect(stageByHand('hosting', 'in_dialogue', 'New management, no contact left')).toEqual({ ok: true })
    expect(stageByHand('hosting', 'in_dialogue', '  ')).toEqual({ ok: false, why: 'reason_needed' })
    expect(stageByHand('hosting', 'hosting', 'x')).toEqual({ ok: false, why: 'same_stage' })
  })

  test('testimonial and ambassador are earned by a fact alone', () => {
    expect(stageByHand('contacted', 'hiring', 'Hired someone in 2019')).toEqual({ ok: true })
    expect(stageByHand('hiring', 'testimonial', 'They are nice')).toEqual({ ok: false, why: 'fact_needed' })
    expect(stagesByHand('ambassador')).toEqual(trustStages.slice(0, -1))
    expect(stagesByHand('posting')).toEqual(['new', 'contacted', 'in_dialogue', 'hosting', 'hiring'])
  })
})

describe('standing', () => {
  test('do not contact is lifted by the company or a coordinator only', () => {
    expect(standingMove('open', 'do_not_contact', 'hr_contact')).toEqual({ ok: true })
    expect(standingMove('do_not_contact', 'open', 'case_manager', 'try')).toEqual({
      ok: false,
      why: 'not_by_you',
    })
    expect(standingMove('do_not_contact', 'open', 'coordinator')).toEqual({ ok: false, why: 'reason_needed' })
    expect(standingMove('do_not_contact', 'paused', 'coordinator', 'x')).toEqual({
      ok: false,
      why: 'not_a_move',
    })
    expect(standingMove('paused', 'open', 'system')).toEqual({ ok: true })
  })
})

describe('the slope', () => {
  const facts = { scoreNow: 60, scoreBefore: 60, overdue: 0, oldestOverdueDays: 0 }

  test.each([
    ['steady', {}],
    ['steady', { scoreNow: 57.1 }],
    ['warming', { scoreNow: 63 }],
    ['steady', { scoreNow: 70, overdue: 1, oldestOverdueDays: 2 }],
    ['cooling', { scoreNow: 57 }],
    ['at_risk', { scoreNow: 57, overdue: 1, oldestOverdueDays: 1 }],
    ['at_risk', { scoreNow: 50 }],
    ['at_risk', { scoreNow: 70, overdue: 1, oldestOverdueDays: 15 }],
  ] as const)('is %s for %o', (slope, change) => expect(slopeOf({ ...facts, ...change })).toBe(slope))

  test('reads a history: a good month warms, a bad day puts at risk, rest is steady', () => {
    const event = (kind: keyof typeof defaultKinds, daysAgo: number) => ({
      id: kind,
      kind,
      occurredAt: TODAY - daysAgo * DAY,
      withdrawnAt: null,
    })
    const at = new Date(TODAY)
    expect(trustSlope([event('placement_begun', 5)], [], at, defaultKinds)).toBe('warming')
    expect(trustSlope([event('ended_early_by_company', 5)], [], at, defaultKinds)).toBe('at_risk')
    expect(trustSlope([event('placement_completed', 100)], [], at, defaultKinds)).toBe('steady')
    expect(trustSlope([], [new Date(TODAY - 3 * WEEK)], at, defaultKinds)).toBe('at_risk')
  })

  test('a favour is asked of warm companies only', () => {
    expect(isWarm(60, 'steady')).toBe(true)
    expect(isWarm(59.9, 'warming')).toBe(false)
    expect(isWarm(80, 'cooling')).toBe(false)
  })
})
