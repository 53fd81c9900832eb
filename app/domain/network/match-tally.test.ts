import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openings, plainOpening, plainProfile, profiles, TODAY } from '#tests/support/matching-arbitraries.ts'
import { admits, evaluate, nearMiss } from '../matching/constraints.ts'
import type { MatchOpening, MatchProfile } from '../matching/types.ts'
import { advised, advices, reachOf } from './advice.ts'
import { MatchTally, type SnapshotCount } from './match-tally.ts'

const tallied = (offered: readonly MatchOpening[], people: readonly MatchProfile[]) => {
  const tally = new MatchTally(
    offered.map((opening) => ({ opening, area: 'torino' })),
    TODAY,
  )
  for (const profile of people) tally.add(profile, 'south')
  return tally
}

const countIn = (counts: readonly SnapshotCount[]) => (where: string) =>
  counts.find(({ side, dimension, key, measure }) => [side, dimension, key, measure].join(' ') === where)
    ?.count ?? 0

describe('what nobody and nothing answers', () => {
  test('an opening and a person that one constraint parts are counted by place, by sector and as a whole', () => {
    const people = [plainProfile({ italianSpoken: 1, preferredSectors: ['metal', 'food-service'] })]
    const count = countIn(tallied([plainOpening({ italianSpoken: 3 })], people).counts)
    for (const where of ['network all', 'area torino', 'sector metal']) {
      expect([where, count(`demand ${where} unmet`), count(`demand ${where} language`)]).toEqual([
        where,
        1,
        1,
      ])
    }
    for (const where of ['network all', 'area south', 'sector metal', 'sector food-service']) {
      expect([where, count(`supply ${where} unmet`), count(`supply ${where} language`)]).toEqual([
        where,
        1,
        1,
      ])
    }
    expect(count('supply sector unstated all')).toBe(0)
  })

  test('who is admitted somewhere is met, whatever keeps her out elsewhere', () => {
    const offered = [plainOpening(), plainOpening({ openingId: 'other', needsVehicle: true })]
    const { counts } = tallied(offered, [plainProfile()])
    expect(countIn(counts)('supply network all unmet')).toBe(0)
    expect(countIn(counts)('demand network all unmet')).toBe(1)
    expect(countIn(counts)('demand network all licence')).toBe(1)
    expect(countIn(counts)('supply network all licence')).toBe(0)
  })

  test('what she must avoid is never among the constraints', () => {
    fc.assert(
      fc.property(fc.array(openings(), { maxLength: 8 }), fc.array(profiles(), { maxLength: 8 }), (a, b) => {
        const said = tallied(a, b).counts.map(({ measure }) => measure)
        for (const hidden of ['exclusion', 'permit', 'aim', 'demands']) expect(said).not.toContain(hidden)
      }),
    )
  })

  test('the counts are those of looking at every pair', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(openings(), { maxLength: 10, selector: ({ openingId }) => openingId }),
        fc.array(profiles(), { maxLength: 12 }),
        (offered, people) => {
          const tally = tallied(offered, people)
          const pairs = (opening: MatchOpening, profile: MatchProfile) => evaluate(opening, profile, TODAY)
          const unmet = offered.filter((one) => !people.some((person) => admits(pairs(one, person))))
          const count = countIn(tally.counts)
          expect(count('demand network all unmet')).toBe(unmet.length)
          expect(count('demand network all shift')).toBe(
            unmet.filter((one) => people.some((her) => nearMiss(pairs(one, her))?.constraint === 'shift'))
              .length,
          )
          for (const advice of advices) {
            const gained = people.map((her) =>
              offered.filter((one) => {
                const changed = advised(one, advice)
                return changed && !admits(pairs(one, her)) && admits(pairs(changed, her))
              }),
            )
            expect(tally.advised.get(advice)).toMatchObject({
              gained: gained.flat().length,
              people: gained.filter((list) => list.length > 0).length,
            })
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('general advice', () => {
  const enough = { openings: 5, companies: 3, people: 11, fitting: 20, gained: 11 }

  test('is said in words, by how many more', () => {
    expect(reachOf(enough)).toBe('many_more')
    expect(reachOf({ ...enough, fitting: 40 })).toBe('more')
    expect(reachOf({ ...enough, fitting: 200 })).toBeNull()
    expect(reachOf({ ...enough, fitting: 0 })).toBe('many_more')
  })

  test.each([{ people: 10 }, { openings: 4 }, { companies: 2 }])('is not said of too few: %o', (few) => {
    expect(reachOf({ ...enough, fitting: 1, ...few })).toBeNull()
  })
})
