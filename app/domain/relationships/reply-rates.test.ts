import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replyRates, type Replies } from './reply-rates.ts'

const reply = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.nat(60), fc.nat(60)).map(([sent, some, more]) => {
  const answered = Math.min(sent, some)
  return { sent, answered, inTime: Math.min(answered, more) }
})
const table: fc.Arbitrary<Replies[]> = fc.array(reply, { minLength: 1, maxLength: 8 }).map((rows) => {
  const sum = (of: 'sent' | 'inTime' | 'answered') => rows.reduce((total, row) => total + row[of], 0)
  const network = { key: null, sent: sum('sent'), inTime: sum('inTime'), answered: sum('answered') }
  return [...rows.map((row, at) => ({ ...row, key: `row ${at}` })), network]
})
const shownOf = (rows: readonly Replies[]) => {
  const network = rows.at(-1)
  return network ? (replyRates(network, [rows.slice(0, -1)])[0] ?? []) : []
}

test('no number of one to four is told, nor a share of it', () => {
  fc.assert(
    fc.property(table, (rows) => {
      for (const [at, { sent, inTime, answered }] of shownOf(rows).entries()) {
        expect([1, 2, 3, 4]).not.toContain(sent)
        if ((rows[at]?.sent ?? 0) < 5) expect([inTime, answered]).toEqual([null, null])
      }
    }),
  )
})

test('two parts of one make a whole of two, of which nothing is told', () => {
  const one = { sent: 1, inTime: 0, answered: 0 }
  const rows = [
    { ...one, key: 'TO' },
    { ...one, key: 'CN' },
    { key: null, sent: 2, inTime: 0, answered: 0 },
  ]
  expect(shownOf(rows).at(-1)).toEqual({ key: null, sent: 'hidden', inTime: null, answered: null })
})

test('what one row keeps back can not be computed from the others: a second one is kept back with it', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const kept = shownOf(rows).filter(({ sent }) => typeof sent !== 'number').length
      const small = rows.filter(({ sent }) => sent > 0 && sent < 5).length
      const shown = rows.filter(({ sent }) => sent >= 5).length
      if (small === 1 && shown > 0) expect(kept).toBeGreaterThan(1)
    }),
  )
})

test('a share is a multiple of five between nothing and everything, and who answers in time answers', () => {
  fc.assert(
    fc.property(table, (rows) => {
      for (const { inTime, answered } of shownOf(rows)) {
        if (inTime === null || answered === null) continue
        expect(inTime % 5 === 0 && answered % 5 === 0).toBe(true)
        expect(0 <= inTime && inTime <= answered && answered <= 100).toBe(true)
      }
    }),
  )
})

test('eleven of twenty is 55 %, of nothing there is no share', () => {
  expect(
    shownOf([
      { key: 'TO', sent: 20, inTime: 11, answered: 13 },
      { key: 'CN', sent: 0, inTime: 0, answered: 0 },
      { key: null, sent: 20, inTime: 11, answered: 13 },
    ]),
  ).toEqual([
    { key: 'TO', sent: 20, inTime: 55, answered: 65 },
    { key: 'CN', sent: 0, inTime: null, answered: null },
    { key: null, sent: 20, inTime: 55, answered: 65 },
  ])
})
