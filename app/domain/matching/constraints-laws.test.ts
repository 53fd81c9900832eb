import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demandCodes } from '#app/domain/taxonomy/demands.ts'
import { openings, populations, profiles, TODAY, week } from '#tests/support/matching-arbitraries.ts'
import { match, nearMisses } from '#tests/support/reference-engine.ts'
import { admits, evaluate, nearMiss, negotiable } from './constraints.ts'
import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import { openingKinds, type MatchOpening, type MatchProfile } from './types.ts'

const metNames = (opening: MatchOpening, profile: MatchProfile) =>
  evaluate(opening, profile, TODAY)
    .filter(({ met }) => met)
    .map(({ constraint }) => constraint)

/** What was met stays met when the opening or the profile changes so. */
const neverBlocks = (change: (o: MatchOpening, p: MatchProfile) => [MatchOpening, MatchProfile]) =>
  fc.assert(
    fc.property(openings(), profiles(), (opening, profile) => {
      const after = metNames(...change(opening, profile))
      expect(after).toEqual(expect.arrayContaining(metNames(opening, profile)))
    }),
  )

const lower = (level: CefrLevel): CefrLevel => Math.max(0, level - 1) as CefrLevel

describe('a life that allows more is never blocked by more', () => {
  test('wider hours', () => {
    fc.assert(
      fc.property(openings(), profiles(), week, (opening, profile, more) => {
        const wider = { available: profile.available | more, withChildcare: profile.withChildcare | more }
        const after = metNames(opening, { ...profile, ...wider })
        expect(after).toEqual(expect.arrayContaining(metNames(opening, profile)))
      }),
    )
  })

  test.each<[string, (p: MatchProfile) => Partial<MatchProfile>]>([
    ['a longer way', ({ maxKm }) => ({ maxKm: maxKm + 10 })],
    ['one more licence', ({ licences }) => ({ licences: [...licences, 'C'] })],
    ['a vehicle', () => ({ hasVehicle: true })],
    ['better Italian', () => ({ italianSpoken: 6, italianWritten: 6 })],
    ['every skill at its best', ({ skills }) => ({ skills: { ...skills, 'sk-pizza': 3 } })],
    ['a permit without end', () => ({ permitUntil: null })],
    ['a renewal', () => ({ renewalUnderWay: true })],
    ['an earlier right to work', () => ({ mayWorkFrom: '2020-01-01' })],
    ['being free', () => ({ freeFrom: TODAY })],
    ['no minimum', () => ({ minPayCents: 0 })],
    ['more aims', () => ({ aims: openingKinds })],
    ['no limits', () => ({ limits: [] })],
    ['nothing to avoid', () => ({ exclusions: [] })],
  ])('%s', (_, change) => neverBlocks((o, p) => [o, { ...p, ...change(p) }]))
})

describe('an opening that asks less never blocks more', () => {
  test.each<[string, (o: MatchOpening) => Partial<MatchOpening>]>([
    [
      'one option more',
      ({ shiftOptions }) => ({ shiftOptions: [...shiftOptions, { type: 'fixed', mask: 0n }] }),
    ],
    [
      'fewer flexible hours',
      ({ shiftOptions }) => ({
        shiftOptions: shiftOptions.map((option) =>
          option.type === 'flexible' ? { ...option, hoursPerWeek: option.hoursPerWeek / 2 } : option,
        ),
      }),
    ],
    ['childcare', () => ({ childcareProvided: true })],
    ['one required skill less', ({ requiredSkills }) => ({ requiredSkills: requiredSkills.slice(1) })],
    ['no licence', () => ({ licences: [] })],
    ['no vehicle', () => ({ needsVehicle: false })],
    [
      'one level of Italian less',
      (o) => ({ italianSpoken: lower(o.italianSpoken), italianWritten: lower(o.italianWritten) }),
    ],
    ['transport', () => ({ transportProvided: true })],
    ['lodging', () => ({ lodgingProvided: true })],
    ['a later latest start', () => ({ startLatest: '2026-12-31' })],
    ['more pay', ({ payMonthlyCents }) => ({ payMonthlyCents: (payMonthlyCents ?? 0) + 50_000 })],
    ['one demand less', ({ demands }) => ({ demands: demands.slice(1) })],
  ])('%s', (_, change) => neverBlocks((o, p) => [{ ...o, ...change(o) }, p]))
})

test('whoever is admitted has a day on which to begin', () => {
  fc.assert(
    fc.property(openings(), profiles(), (opening, profile) => {
      const freed: MatchProfile = { ...profile, renewalUnderWay: false }
      const blocks = new Set(
        evaluate(opening, freed, TODAY)
          .filter(({ met }) => !met)
          .map(({ constraint }) => constraint),
      )
      const day = [TODAY, opening.startFrom, freed.freeFrom, freed.mayWorkFrom].sort().at(-1) ?? TODAY
      const possible = day <= opening.startLatest && (freed.permitUntil === null || day < freed.permitUntil)
      expect(!blocks.has('permit') && !blocks.has('start')).toBe(possible)
    }),
  )
})

test('demands of the taxonomy all count', () => {
  fc.assert(
    fc.property(openings(), profiles(), fc.constantFrom(...demandCodes), (opening, profile, demand) => {
      const clash = metNames({ ...opening, demands: [demand] }, { ...profile, limits: [demand] })
      expect(clash).not.toContain('demands')
    }),
  )
})

test('everybody is admitted, a near miss of one constraint, or neither', () => {
  fc.assert(
    fc.property(populations(), ({ opening, profiles: people }) => {
      const admitted = match(opening, people, TODAY).map(({ id }) => id)
      const missed = Object.values(nearMisses(opening, people, TODAY)).flat()
      expect(new Set([...admitted, ...missed]).size).toBe(admitted.length + missed.length)
      for (const profile of people) {
        const verdicts = evaluate(opening, profile, TODAY)
        expect(admitted.includes(profile.candidateId)).toBe(admits(verdicts))
        const miss = nearMiss(verdicts)
        expect(missed.includes(profile.candidateId)).toBe(miss !== null)
        if (miss) expect(negotiable).toContain(miss.constraint)
      }
    }),
    { numRuns: 50 },
  )
})
