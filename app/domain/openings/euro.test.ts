import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centsOf, euroFieldOf } from './euro.ts'

describe('an amount in euro', () => {
  test.each([
    ['800', 80_000],
    ['800,50', 80_050],
    ['800,5', 80_050],
    ['800.50', 80_050],
    ['1.200', 120_000],
    ['1.200,50 €', 120_050],
    ['€ 1 200', 120_000],
    ['600 euro', 60_000],
    ['0', 0],
  ])('%s is %i cents', (typed, cents) => expect(centsOf(typed)).toBe(cents))

  test.each([
    ['-5', 'negative'],
    ['−600', 'negative'],
    ['2000000', 'unlikely'],
    ['999999999999', 'not_an_amount'],
    ['da concordare', 'not_an_amount'],
    ['8,123', 'not_an_amount'],
    ['1,2,3', 'not_an_amount'],
    ['', 'not_an_amount'],
    ['1e3', 'not_an_amount'],
  ])('%s is refused as %s', (typed, fault) => expect(centsOf(typed)).toBe(fault))

  test('comes back from the field as it went in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_00 }), (cents) => centsOf(euroFieldOf(cents)) === cents),
    )
  })
})
