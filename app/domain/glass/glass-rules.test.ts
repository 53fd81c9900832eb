import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GLASS_LASTS, GLASS_WAITS, glassState, mayDecide } from './glass-rules.ts'

const at = new Date('2026-11-22T12:00:00Z')
const rows = fc.record({
  askedBy: fc.constantFrom('anna', 'bruno'),
  askedAt: fc.integer({ min: 0, max: 2 * GLASS_WAITS }).map((ago) => new Date(+at - ago)),
  decision: fc.constantFrom('approved', 'refused', null),
  endsAt: fc
    .option(fc.integer({ min: -GLASS_LASTS, max: GLASS_LASTS }))
    .map((ahead) => (ahead === null ? null : new Date(+at + ahead))),
})

it('a file is open for whoever asked only while somebody’s yes has not run out', () => {
  fc.assert(
    fc.property(rows, (row) => {
      const { decision, endsAt } = row
      expect(glassState(row, at) === 'open').toBe(decision === 'approved' && endsAt !== null && endsAt > at)
    }),
  )
})

it('nobody allows what she asked for herself, nor what was decided or is a day old', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('anna', 'bruno'), (row, userId) => {
      const fresh = +row.askedAt + GLASS_WAITS > +at
      expect(mayDecide(row, userId, at)).toBe(row.decision === null && fresh && row.askedBy !== userId)
    }),
  )
})
