import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '#app/domain/shared/durations.ts'
import { defaultKinds, trustKinds } from './event-kinds.ts'
import { scoreLine } from './score-line.ts'
import { trustScore } from './score.ts'

const NOW = Date.parse('2026-11-23T10:00:00Z')

const event = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...trustKinds),
  occurredAt: fc.integer({ min: NOW - 900 * DAY, max: NOW + 30 * DAY }),
  withdrawnAt: fc.option(fc.constant(NOW), { freq: 4 }),
})

test('a line says at each moment what the score says', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 730 }), { minLength: 1, maxLength: 30 }),
      (events, days) => {
        const moments = [...new Set(days)].sort((a, b) => b - a).map((ago) => NOW - ago * DAY)
        const line = scoreLine(events, moments, defaultKinds)
        moments.forEach((moment, index) => {
          expect(line[index]).toBeCloseTo(trustScore(events, moment, defaultKinds).score, 4)
        })
      },
    ),
  )
})

test('a line without events stays where everybody begins', () => {
  expect(scoreLine([], [NOW - DAY, NOW], defaultKinds)).toEqual([50, 50])
})
