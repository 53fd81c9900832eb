import { describe, expect, it } from 'vitest'
import { HOUR, SECOND } from '../shared/durations.ts'
import { MOST_TRIES, waitAfter } from './tries.ts'

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
