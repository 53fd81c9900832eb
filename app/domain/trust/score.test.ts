import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import { defaultKinds, faultOf, isGood, trustKinds, type TrustKind } from './event-kinds.ts'
import { explain, whatMovesNext } from './explain.ts'
import { scoreOf, trustScore, type TrustEvent } from './score.ts'
import { trustStages } from './stages.ts'

const TODAY = Date.parse('2026-11-23T09:00:00Z')

const eventOf = (kinds: readonly TrustKind[]): fc.Arbitrary<TrustEvent> =>
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...kinds),
    occurredAt: fc.integer({ min: -3650 * 24, max: 0 }).map((hours) => TODAY + hours * HOUR),
    withdrawnAt: fc.constant(null),
  })
const anyEvent = eventOf(trustKinds)
const goodEvent = eventOf(trustKinds.filter(isGood))
const badEvent = eventOf(trustKinds.filter((kind) => !isGood(kind)))
const historyOf = (event: fc.Arbitrary<TrustEvent>) =>
  fc.uniqueArray(event, { maxLength: 60, selector: ({ id }) => id })

const score = (events: readonly TrustEvent[], at = TODAY) => trustScore(events, at, defaultKinds).score
const event = (kind: TrustKind, daysAgo: number): TrustEvent => ({
  id: `${kind}-${daysAgo}`,
  kind,
  occurredAt: TODAY - daysAgo * DAY,
  withdrawnAt: null,
})

describe('the trust score', () => {
  test('is 50 when nothing is known', () => expect(score([])).toBe(50))

  test('is 50 + 50·tanh(S/40)', () => {
    for (const sum of [-300, -40, -3.5, 0, 1, 20, 64, 500]) {
      expect(scoreOf(sum)).toBeCloseTo(50 + 50 * Math.tanh(sum / 40), 9)
    }
  })

  test('halves a contribution after its half-life', () => {
    const { sum, contributions } = trustScore([event('placement_begun', 270)], TODAY, defaultKinds)
    expect(sum).toBe(5)
    expect(contributions).toMatchObject([{ ageDays: 270, value: 5 }])
  })

  test('does not know what has not happened yet', () => {
    expect(score([event('story_published', -1)])).toBe(50)
    expect(score([event('story_published', 0)])).toBeGreaterThan(50)
  })

  test('takes a history through good and bad months', () => {
    const history = [event('visit_held', 60), event('opening_posted', 45), event('placement_begun', 20)]
    expect(score(history)).toBeCloseTo(71.5, 0)
    expect(score([...history, event('incident_confirmed', 2)])).toBeLessThan(50)
  })
})

describe('for any history', () => {
  test('the score is between 0 and 100', () => {
    fc.assert(
      fc.property(historyOf(anyEvent), (history) => {
        expect(score(history)).toBeGreaterThanOrEqual(0)
        expect(score(history)).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('a good event never lowers it and a bad one never raises it', () => {
    fc.assert(
      fc.property(historyOf(anyEvent), goodEvent, badEvent, (history, good, bad) => {
        expect(score([...history, good])).toBeGreaterThanOrEqual(score(history))
        expect(score([...history, bad])).toBeLessThanOrEqual(score(history))
      }),
      { numRuns: 300 },
    )
  })

  test('the order in which events are stored does not matter', () => {
    const shuffled = historyOf(anyEvent).chain((history) =>
      fc.tuple(
        fc.constant(history),
        fc.shuffledSubarray(history, { minLength: history.length, maxLength: history.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([history, other]) => {
        expect(score(other)).toBe(score(history))
      }),
    )
  })

  test('a withdrawn event leaves no trace on any day', () => {
    fc.assert(
      fc.property(historyOf(anyEvent), anyEvent, fc.nat(4000), (history, event, daysAgo) => {
        const day = TODAY - daysAgo * DAY
        const withdrawn = { ...event, withdrawnAt: TODAY }
        expect(trustScore([...history, withdrawn], day, defaultKinds)).toEqual(
          trustScore(history, day, defaultKinds),
        )
      }),
    )
  })
})

describe('without new events the score drifts toward 50', () => {
  const later = fc
    .nat(2000)
    .chain((first) => fc.tuple(fc.constant(first), fc.integer({ min: first, max: 4000 })))

  test('step by step where all news was good, or all bad', () => {
    fc.assert(
      fc.property(fc.oneof(historyOf(goodEvent), historyOf(badEvent)), later, (history, [sooner, later]) => {
        const distance = (days: number) => Math.abs(score(history, TODAY + days * DAY) - 50)
        expect(distance(later)).toBeLessThanOrEqual(distance(sooner))
      }),
    )
  })

  // A bad event with a long half-life outlives the good one that hid it, so a mixed history may first cross 50; what
  // bounds it always shrinks, and it ends at 50.
  test('within a bound that always shrinks, where news was mixed', () => {
    fc.assert(
      fc.property(historyOf(anyEvent), later, (history, [sooner, later]) => {
        const bound = (days: number) => {
          const { contributions } = trustScore(history, TODAY + days * DAY, defaultKinds)
          return scoreOf(contributions.reduce((sum, { value }) => sum + Math.abs(value), 0)) - 50
        }
        expect(bound(later)).toBeLessThanOrEqual(bound(sooner) + 1e-9)
        expect(Math.abs(score(history, TODAY + later * DAY) - 50)).toBeLessThanOrEqual(bound(later) + 1e-5)
        expect(score(history, TODAY + 60 * 365 * DAY)).toBeCloseTo(50, 3)
      }),
    )
  })
})

describe("a coordinator's numbers", () => {
  test('the defaults are in order', () => {
    for (const kind of trustKinds) expect(faultOf(kind, defaultKinds[kind])).toBeNull()
  })

  test('cannot turn good news into bad, nor leave the sensible range', () => {
    expect(faultOf('visit_held', { weight: -1, halfLifeDays: 90 })).toBe('weight_changes_sign')
    expect(faultOf('silence_week', { weight: 1, halfLifeDays: 90 })).toBe('weight_changes_sign')
    expect(faultOf('visit_held', { weight: Number.NaN, halfLifeDays: 90 })).toBe('weight_changes_sign')
    expect(faultOf('visit_held', { weight: 51, halfLifeDays: 90 })).toBe('weight_too_large')
    expect(faultOf('visit_held', { weight: 0, halfLifeDays: 0 })).toBe('half_life_out_of_range')
    expect(faultOf('visit_held', { weight: 0, halfLifeDays: 30 })).toBeNull()
  })
})

describe('an explanation', () => {
  test('adds up to the score', () => {
    fc.assert(
      fc.property(historyOf(anyEvent), (history) => {
        const { score, up, down, otherPoints } = explain(history, TODAY, defaultKinds, 100)
        const points = [...up, ...down].reduce((sum, line) => sum + line.points, 0)
        expect(50 + points + otherPoints).toBeCloseTo(score, 9)
        expect(otherPoints).toBeCloseTo(0, 5)
      }),
    )
  })

  test('shows what counts most today, best and worst first', () => {
    const history = [
      event('visit_held', 10),
      event('internship_became_hire', 40),
      event('opening_posted', 20),
      event('story_published', 5),
      event('proposal_unanswered', 3),
      event('feedback_poor', 30),
    ]
    const { up, down } = explain(history, TODAY, defaultKinds)
    expect(up.map((line) => line.kind)).toEqual([
      'internship_became_hire',
      'story_published',
      'opening_posted',
    ])
    expect(down.map((line) => line.kind)).toEqual(['feedback_poor', 'proposal_unanswered'])
    expect(up[0]?.reason).toBe('trust_reason_internship_became_hire')
  })

  test('tells weeks of silence as one thing', () => {
    const weeks = [1, 2, 3].map((n) => event('silence_week', n * 7))
    const { down } = explain(weeks, TODAY, defaultKinds)
    expect(down).toHaveLength(1)
    expect(down[0]?.eventIds).toHaveLength(3)
    expect(down[0]?.ageDays).toBeCloseTo(7, 9)
  })
})

describe('what would move the score next', () => {
  test('is the step to the next rung first, and never costs points', () => {
    fc.assert(
      fc.property(historyOf(anyEvent), fc.constantFrom(...trustStages), (history, stage) => {
        const steps = whatMovesNext(defaultKinds, history, TODAY, stage)
        expect(steps.length).toBeGreaterThan(0)
        for (const { points } of steps) expect(points).toBeGreaterThanOrEqual(0)
      }),
    )
    const [next] = whatMovesNext(defaultKinds, [], TODAY, 'hosting')
    expect(next?.kind).toBe('internship_became_hire')
    expect(next?.points).toBeCloseTo(50 * Math.tanh(0.5), 9)
  })
})
