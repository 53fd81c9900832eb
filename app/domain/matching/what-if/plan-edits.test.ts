import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openings, plainProfile, profiles, TODAY } from '#tests/support/matching-arbitraries.ts'
import { admits, evaluate } from '../constraints.ts'
import { contains, emptyWeek, setRange, weekPresets } from '../week.ts'
import { applyPlanEdit, planEditKey, planEditsOf } from './plan-edits.ts'

const keysOf = (facts: Parameters<typeof plainProfile>[0]) =>
  planEditsOf(plainProfile(facts), TODAY).map(planEditKey)

describe('the steps of a plan', () => {
  test('leave out what she has', () => {
    const nothingNew = {
      ...{
        licences: ['B' as const],
        hasVehicle: true,
        italianSpoken: 6 as const,
        italianWritten: 6 as const,
      },
    }
    expect(keysOf(nothingNew)).toEqual(['hour_earlier', 'hour_later'])
    expect(keysOf({})).toEqual([
      ...['licence_b', 'vehicle', 'licence_b_and_vehicle', 'italian_up', 'hour_earlier', 'hour_later'],
    ])
  })

  test('a licence that includes B leaves nothing to take', () => {
    expect(keysOf({ licences: ['C'] })).not.toContain('licence_b')
  })

  test('Italian goes up one level, spoken and written, and no further than C2', () => {
    const profile = plainProfile({ italianSpoken: 6, italianWritten: 2 })
    expect(applyPlanEdit(profile, { kind: 'italian_up' }, TODAY)).toMatchObject({
      italianSpoken: 6,
      italianWritten: 3,
    })
  })

  test('childcare gives her the hours that it would free, and is no step for whom it frees none', () => {
    const profile = plainProfile({
      available: weekPresets.mon_fri_8_12,
      withChildcare: weekPresets.mon_fri_8_16,
    })
    expect(applyPlanEdit(profile, { kind: 'childcare' }, TODAY)?.available).toBe(weekPresets.mon_fri_8_16)
    expect(keysOf({})).not.toContain('childcare')
  })

  test('an hour earlier on Monday, and one later past Sunday midnight', () => {
    const monday = plainProfile({ available: setRange(emptyWeek, 0, 18, 24) })
    expect(applyPlanEdit(monday, { kind: 'hour_earlier' }, TODAY)?.available).toBe(
      setRange(emptyWeek, 0, 16, 24),
    )
    const sunday = plainProfile({ available: setRange(emptyWeek, 6, 40, 48) })
    expect(applyPlanEdit(sunday, { kind: 'hour_later' }, TODAY)?.available).toBe(
      setRange(emptyWeek, 6, 40, 2),
    )
  })

  test('a skill of her plan is learnt to independence, or to expertise where she has that', () => {
    const facts = { planSkills: ['sk-pizza', 'sk-forklift', 'sk-sewing'], skills: {} }
    const held = { ...facts, skills: { 'sk-pizza': 1, 'sk-forklift': 2, 'sk-sewing': 3 } as const }
    expect(keysOf(held).filter((key) => key.startsWith('learn'))).toEqual([
      'learn_skill.sk-pizza.2',
      'learn_skill.sk-forklift.3',
    ])
    expect(keysOf(facts)).toContain('learn_skill.sk-sewing.2')
  })

  test('being free at once is a step for whom something keeps until later', () => {
    expect(keysOf({ freeFrom: '2026-05-01' })).toContain('free_now')
    expect(keysOf({ freeFrom: TODAY })).not.toContain('free_now')
  })
})

test('no step closes an opening to her: it only ever adds', () => {
  fc.assert(
    fc.property(openings(), profiles(), (opening, profile) => {
      const admitted = admits(evaluate(opening, profile, TODAY))
      for (const edit of planEditsOf(profile, TODAY)) {
        const edited = applyPlanEdit(profile, edit, TODAY)
        if (!edited) throw new Error('a step of the catalogue that changes nothing')
        expect(contains(edited.available, profile.available)).toBe(true)
        expect(contains(edited.withChildcare, edited.available) || edit.kind === 'childcare').toBe(true)
        if (admitted && edit.kind !== 'free_now') expect(admits(evaluate(opening, edited, TODAY))).toBe(true)
      }
    }),
  )
})
