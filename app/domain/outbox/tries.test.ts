import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../shared/durations.ts'
import { MOST_TRIES, waitAfter, waitAfterKill } from './tries.ts'

describe('the wait after a try that failed', () => {
  it('grows threefold and stops at two hours', () => {
    const waits = Array.from({ length: MOST_TRIES - 1 }, (_, index) => waitAfter(index + 1))
    expect(waits.slice(0, 3)).toEqual([5 * SECOND, 15 * SECOND, 45 * SECOND])
    expect(waits.at(-1)).toBe(2 * HOUR)
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
  })

  it('leaves an event time to live through a night without mail server', () => {
    const total = Array.from({ length: MOST_TRIES - 1 }, (_, index) => waitAfter(index + 1)).reduce(
      (a, b) => a + b,
    )
    expect(total).toBeGreaterThan(8 * HOUR)
    expect(total).toBeLessThan(24 * HOUR)
  })
})

describe('the wait after a try that ended with its worker', () => {
  it('is none the first time, then grows twofold up to some minutes, by half more or less', () => {
    expect(waitAfterKill(1, 1)).toBe(0)
    const tries = Array.from({ length: MOST_TRIES - 1 }, (_, index) => index + 2)
    expect(tries.slice(0, 3).map((each) => waitAfterKill(each, 0.5))).toEqual([
      SECOND,
      2 * SECOND,
      4 * SECOND,
    ])
    for (const each of tries) {
      expect(waitAfterKill(each, 1)).toBe(3 * waitAfterKill(each, 0))
      expect(waitAfterKill(each, 1)).toBeLessThanOrEqual(7.5 * MINUTE)
    }
  })
})
