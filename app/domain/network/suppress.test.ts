import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meaningOf, suppress, suppressAll, tellings } from './suppress.ts'

const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 100_000 }))

test('no count ever shows as one to four', () => {
  fc.assert(
    fc.property(count, (n) => {
      const shown = suppress(n)
      if (shown === '<5') expect([1, 2, 3, 4]).toContain(n)
      else expect(shown === 0 || shown >= 5).toBe(true)
    }),
  )
})

test('what is shown is a multiple of five, at most two away from the truth', () => {
  fc.assert(
    fc.property(count, (n) => {
      const shown = suppress(n)
      if (shown === '<5') return
      expect(shown % 5).toBe(0)
      expect(Math.abs(shown - n)).toBeLessThanOrEqual(2)
    }),
  )
})

test('one person more or less is never told apart inside a cell', () => {
  const shown = Array.from({ length: 23 }, (_, n) => suppress(n))
  expect(shown).toEqual([
    0,
    '<5',
    '<5',
    '<5',
    '<5',
    5,
    5,
    5,
    10,
    10,
    10,
    10,
    10,
    15,
    15,
    15,
    15,
    15,
    20,
    20,
    20,
    20,
    20,
  ])
})

test('every cell of a table is suppressed', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), count), (counts) => {
      for (const shown of Object.values(suppressAll(counts))) expect([1, 2, 3, 4]).not.toContain(shown)
    }),
  )
  expect(suppressAll({ takenOn: 103, hired: 3 })).toEqual({ takenOn: 105, hired: '<5' })
})

test('what counts nobody is refused', () => {
  for (const wrong of [-1, 2.5, NaN, Infinity]) expect(() => suppress(wrong)).toThrow(RangeError)
})

test('a figure stands for the counts that are shown so, and each count may also be told one step away', () => {
  fc.assert(
    fc.property(count, (n) => {
      const [least, most] = meaningOf(suppress(n))
      expect(least <= n && n <= most).toBe(true)
      for (const edge of [least - 1, most + 1]) if (edge >= 0) expect(suppress(edge)).not.toBe(suppress(n))
      if (n > 0) expect(tellings(n)[0]).toBe(suppress(n))
    }),
  )
  expect([tellings(3), tellings(6), tellings(8), tellings(10)]).toEqual([
    ['<5', 5],
    [5, 10],
    [10, 5, 15],
    [10, 15, 5],
  ])
})
