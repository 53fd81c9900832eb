import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isoDate,
  openings,
  plainOpening,
  plainProfile,
  profiles,
  TODAY,
  week,
} from '#tests/support/matching-arbitraries.ts'
import { match, openingsFor } from '#tests/support/reference-engine.ts'
import { defaultWeights, rank, score, scoreTerms, type ScoreTerm } from './score.ts'
import type { MatchOpening, MatchProfile } from './types.ts'
import { fullWeek, weekPresets } from './week.ts'

const valueOf = (term: ScoreTerm, o: Partial<MatchOpening>, p: Partial<MatchProfile>, today = TODAY) =>
  score(plainOpening(o), plainProfile(p), today).terms.find((t) => t.term === term)?.value

describe('the score', () => {
  test('lies within 0 and 100 and is exactly the sum of its terms', () => {
    fc.assert(
      fc.property(openings(), profiles(), (opening, profile) => {
        const { total, terms } = score(opening, profile, TODAY)
        expect(terms.map(({ term }) => term)).toEqual(scoreTerms)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual(100)
        expect(Math.round(total * 100)).toBe(terms.reduce((sum, t) => sum + Math.round(t.points * 100), 0))
        for (const { value, weight, points } of terms) {
          expect(value >= 0 && value <= 1).toBe(true)
          expect(Math.abs(points - value * weight)).toBeLessThanOrEqual(0.005 + 1e-9)
        }
      }),
    )
  })

  test('reads no fact that is not one of its terms', () => {
    const irrelevant = ({ candidateId, orgId, licences, hasVehicle, ...p }: MatchProfile) => ({
      ...{
        candidateId,
        orgId,
        licences,
        hasVehicle,
        exclusions: p.exclusions,
        limits: p.limits,
        aims: p.aims,
      },
      ...{ italianSpoken: p.italianSpoken, italianWritten: p.italianWritten, maxKm: p.maxKm },
      ...{ mayWorkFrom: p.mayWorkFrom, permitUntil: p.permitUntil, renewalUnderWay: p.renewalUnderWay },
      ...{ freeFrom: p.freeFrom, minPayCents: p.minPayCents },
    })
    fc.assert(
      fc.property(openings(), profiles(), profiles(), (opening, profile, other) => {
        const changed = { ...profile, ...irrelevant(other) }
        expect(score(opening, changed, TODAY)).toEqual(score(opening, profile, TODAY))
      }),
    )
  })

  test('a person with everything has 100, one with nothing 0', () => {
    const opening = {
      desiredSkills: [{ code: 'sk-pizza', level: 3 as const, weight: 2 }],
      teaches: ['sk-forklift'],
      place: { townCode: '004078', lat: 44.3907, lng: 7.5483 },
    }
    const all: Partial<MatchProfile> = {
      skills: { 'sk-pizza': 3 },
      preferredSectors: ['metal'],
      preferredProfessions: ['isco-7212-welder'],
      area: { lat: 44.3907, lng: 7.5483 },
      waitingSince: '2024-01-01',
      available: fullWeek,
      planSkills: ['sk-forklift'],
    }
    const none: Partial<MatchProfile> = {
      preferredSectors: ['hotels'],
      preferredProfessions: ['isco-5120-cook'],
      waitingSince: TODAY,
    }
    expect(score(plainOpening(opening), plainProfile(all), TODAY).total).toBe(100)
    expect(score(plainOpening(opening), plainProfile(none), TODAY).total).toBe(0)
  })
})

describe('terms', () => {
  test('skills: by weight and by level, no more than asked', () => {
    const desiredSkills = [
      { code: 'sk-pizza', level: 3 as const, weight: 3 },
      { code: 'sk-forklift', level: 2 as const, weight: 1 },
    ]
    expect(valueOf('skills', { desiredSkills }, { skills: { 'sk-pizza': 2 } })).toBe(0.5)
    expect(valueOf('skills', { desiredSkills }, { skills: { 'sk-forklift': 3 } })).toBe(0.25)
    expect(valueOf('skills', {}, { skills: { 'sk-pizza': 3 } })).toBe(0)
  })

  test('preferences: agreeing above unstated above other', () => {
    const preferences = (preferredSectors: string[]) => valueOf('preferences', {}, { preferredSectors })
    expect([['metal'], [], ['hotels']].map(preferences)).toEqual([0.75, 0.5, 0.25])
  })

  test('closeness: by distance, and lodging takes it away', () => {
    const area = { lat: 44.8853, lng: 7.3314 }
    expect(valueOf('closeness', {}, { area })).toBeCloseTo(1 - 34.7 / 60)
    expect(valueOf('closeness', { transportProvided: true }, { area })).toBeCloseTo(1 - 34.7 / 60)
    expect(valueOf('closeness', { lodgingProvided: true }, { area })).toBe(1)
    expect(valueOf('closeness', {}, { area: { lat: 44.3907, lng: 7.5483 } })).toBe(0)
  })

  test('waiting: a year is all of it, the future none', () => {
    expect(valueOf('waiting', {}, { waitingSince: '2026-02-01' })).toBe(29 / 365)
    expect(valueOf('waiting', {}, { waitingSince: '2020-02-01' })).toBe(1)
    expect(valueOf('waiting', {}, { waitingSince: '2026-09-01' })).toBe(0)
  })

  test('slack: hours beyond the lightest option that fits', () => {
    const { mon_fri_8_12, mon_fri_8_16 } = weekPresets
    const both = [mon_fri_8_16, mon_fri_8_12].map((mask) => ({ type: 'fixed' as const, mask }))
    expect(valueOf('slack', {}, {})).toBe(0)
    expect(valueOf('slack', { shiftOptions: both }, {})).toBe(1)
    const flexible = [{ type: 'flexible' as const, window: mon_fri_8_16, hoursPerWeek: 30 }]
    expect(valueOf('slack', { shiftOptions: flexible }, {})).toBe(0.5)
    expect(valueOf('slack', { shiftOptions: both }, { available: 0n })).toBe(0)
  })

  test('growth: one skill of the plan is enough', () => {
    const teaches = ['sk-pizza', 'sk-forklift']
    expect(valueOf('growth', { teaches }, { planSkills: ['sk-forklift'] })).toBe(1)
    expect(valueOf('growth', { teaches }, { planSkills: [] })).toBe(0)
  })

  test('more hours, more skill, more waiting never lower the total', () => {
    fc.assert(
      fc.property(openings(), profiles(), week, isoDate, (opening, profile, more, since) => {
        const better: MatchProfile = {
          ...profile,
          available: profile.available | more,
          withChildcare: profile.withChildcare | more,
          skills: Object.fromEntries(opening.desiredSkills.map(({ code }) => [code, 3])),
          waitingSince: since < profile.waitingSince ? since : profile.waitingSince,
        }
        const before = score(opening, profile, TODAY).total
        expect(score(opening, better, TODAY).total).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

describe('weights', () => {
  test('are whole numbers that add up to 100', () => {
    const points = scoreTerms.map((term) => defaultWeights[term])
    expect(points.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true)
    expect(points.reduce((a, b) => a + b, 0)).toBe(100)
  })

  test('move points, not values', () => {
    const weights = { ...defaultWeights, skills: 0, growth: 60 }
    const opening = plainOpening({ teaches: ['sk-pizza'] })
    const profile = plainProfile({ planSkills: ['sk-pizza'] })
    expect(score(opening, profile, TODAY, weights).terms.at(-1)).toEqual({
      ...{ term: 'growth', value: 1, weight: 60, points: 60 },
    })
  })
})

describe('rank', () => {
  const entry = (id: string, waitingSince: string, total: number) => ({ id, waitingSince, score: { total } })

  test('best first, then the longest waiting, then the id', () => {
    const list = [
      entry('c', '2025-05-01', 40),
      entry('b', '2025-01-01', 40),
      entry('d', '2026-01-01', 40.01),
      entry('a', '2025-05-01', 40),
    ]
    expect(rank(list).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c'])
    expect(list.map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a'])
  })

  test('does not depend on the order it is given', () => {
    const entries = fc.uniqueArray(
      fc.record({
        id: fc.string({ maxLength: 2 }),
        waitingSince: fc.constantFrom('2025-01-01', '2025-02-01'),
        score: fc.record({ total: fc.constantFrom(1, 2) }),
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(entries, (list) => {
        expect(rank([...list].reverse())).toEqual(rank(list))
      }),
    )
  })

  test('people of an opening, and openings of a person', () => {
    const people = ['2', '1', '3'].map((candidateId) => plainProfile({ candidateId }))
    const waiting = plainProfile({ candidateId: '9', waitingSince: '2025-01-01' })
    const out = plainProfile({ candidateId: '0', aims: [] })
    const ids = match(plainOpening(), [...people, out, waiting], TODAY).map(({ id }) => id)
    expect(ids).toEqual(['9', '1', '2', '3'])
    const offered = [plainOpening({ openingId: 'b' }), plainOpening({ openingId: 'a' })]
    expect(openingsFor(waiting, offered, TODAY).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
