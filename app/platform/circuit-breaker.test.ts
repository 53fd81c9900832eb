import { describe, expect, it } from 'vitest'
import { CircuitBreaker } from './circuit-breaker.ts'

function aBreaker() {
  let time = 5
  const breaker = new CircuitBreaker({ failures: 3, rest: 10, longestRest: 35, now: () => time })
  const fail = (times = 1) => {
    for (let i = 0; i < times; i++) breaker.wentBadly()
  }
  return { breaker, fail, pass: (ms: number) => (time += ms) }
}

describe('a circuit breaker', () => {
  it('lets everybody through while failures are not many in a row', () => {
    const { breaker, fail } = aBreaker()
    fail(2)
    breaker.wentWell()
    fail(2)
    expect([breaker.state(), breaker.admits(), breaker.admits()]).toEqual(['closed', true, true])
  })

  it('lets nobody through after that, and a single one when it has rested', () => {
    const { breaker, fail, pass } = aBreaker()
    fail(3)
    expect([breaker.state(), breaker.admits()]).toEqual(['open', false])
    pass(9)
    expect(breaker.admits()).toBe(false)
    pass(1)
    expect([breaker.state(), breaker.admits(), breaker.admits()]).toEqual(['half-open', true, false])
  })

  it('closes when that one went well', () => {
    const { breaker, fail, pass } = aBreaker()
    fail(3)
    pass(10)
    breaker.admits()
    breaker.wentWell()
    expect([breaker.state(), breaker.admits(), breaker.admits()]).toEqual(['closed', true, true])
  })

  it('rests twice as long after each trial that fails, up to a limit', () => {
    const { breaker, fail, pass } = aBreaker()
    fail(3)
    for (const rest of [10, 20, 35, 35]) {
      pass(rest - 1)
      expect(breaker.state()).toBe('open')
      pass(1)
      expect(breaker.admits()).toBe(true)
      fail()
    }
  })

  it('rests no longer because of calls that come back late', () => {
    const { breaker, fail, pass } = aBreaker()
    fail(3)
    pass(9)
    fail(5)
    pass(1)
    expect(breaker.state()).toBe('half-open')
  })
})
