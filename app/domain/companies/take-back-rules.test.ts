import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY } from '../shared/durations.ts'
import { TAKE_BACK_WITHIN, takeBackFault } from './take-back-rules.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const userId = fc.constantFrom('anna', 'bruno')
const actor = fc.record({ userId, role: fc.constantFrom('case_manager' as const, 'coordinator' as const) })
const contact = fc.record({
  userId,
  createdAt: fc.integer({ min: 0, max: 60 }).map((days) => new Date(+NOW - days * DAY)),
  ofEvent: fc.boolean(),
  ofTestimonial: fc.boolean(),
  received: fc.boolean(),
})

describe('a contact logged by mistake', () => {
  test('is taken back by its author or a coordinator, for a month, and never behind an event or a testimonial’s answer, nor where it is a mail that came in', () => {
    fc.assert(
      fc.property(actor, contact, (by, logged) => {
        const fault = takeBackFault(by, logged, NOW)
        const own = by.role === 'coordinator' || by.userId === logged.userId
        const lately = +NOW - +logged.createdAt <= TAKE_BACK_WITHIN
        const free = !logged.ofEvent && !logged.ofTestimonial && !logged.received
        expect(fault === null).toBe(own && lately && free)
        if (!own) expect(fault).toBe('not_yours')
      }),
    )
  })
})
