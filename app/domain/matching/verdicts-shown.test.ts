import { describe, expect, test } from 'vitest'
import { plainOpening, plainProfile, TODAY } from '#tests/support/matching-arbitraries.ts'
import { evaluate, nearMiss, visibleTo } from './constraints.ts'
import type { MatchOpening, MatchProfile } from './types.ts'

const verdicts = (profile: Partial<MatchProfile>, opening: Partial<MatchOpening> = {}) =>
  evaluate(plainOpening(opening), plainProfile(profile), TODAY)
const avoided = { exclusions: [{ kind: 'town' as const, value: '001272' }] }

describe('a near miss', () => {
  test('one negotiable obstacle is a near miss', () => {
    expect(nearMiss(verdicts({ minPayCents: 150_000 }))?.constraint).toBe('pay')
  })

  test('none, two, or one that is not negotiable are not', () => {
    expect(nearMiss(verdicts({}))).toBeNull()
    expect(nearMiss(verdicts({ minPayCents: 150_000, freeFrom: '2026-05-01' }))).toBeNull()
    expect(nearMiss(verdicts({ aims: [] }))).toBeNull()
    expect(nearMiss(verdicts({ mayWorkFrom: '9999-12-31' }))).toBeNull()
    expect(nearMiss(verdicts(avoided))).toBeNull()
    expect(nearMiss(verdicts({ ...avoided, minPayCents: 150_000 }))).toBeNull()
  })
})

describe('what is shown of the verdicts', () => {
  test('an exclusion is seen by her own case manager alone', () => {
    expect(visibleTo('own_case_manager', verdicts(avoided))).toHaveLength(11)
    expect(visibleTo('other_staff', verdicts(avoided))).toBeNull()
    const shown = visibleTo('other_staff', verdicts({ aims: [] }))
    expect(shown?.map(({ constraint }) => constraint)).not.toContain('exclusion')
  })
})
