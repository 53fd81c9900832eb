import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goesWithLead, mayFollow } from './lead-rules.ts'

const userId = fc.constantFrom('anna', 'bruno', 'carla')
const actor = fc.record({ userId, role: fc.constantFrom('case_manager' as const, 'coordinator' as const) })
const company = fc.record({ leadUserId: fc.option(userId) })
const receiver = fc.record({
  userId,
  role: fc.constantFrom('case_manager', 'coordinator', 'admin', 'hr_contact'),
})

describe('a company goes', () => {
  test('to a case manager who does not have it yet, whoever gives it', () => {
    fc.assert(
      fc.property(actor, company, receiver, (by, of, to) => {
        if (!mayFollow(by, of, to)) return
        expect(to.role).toBe('case_manager')
        expect(to.userId).not.toBe(of.leadUserId)
      }),
    )
  })

  test('while nobody leads it, to whoever takes it herself or by a coordinator', () => {
    fc.assert(
      fc.property(actor, receiver, (by, to) => {
        const free = mayFollow(by, { leadUserId: null }, to)
        const own = by.role === 'coordinator' || by.userId === to.userId
        expect(free).toBe(to.role === 'case_manager' && own)
      }),
    )
  })
})

describe('a task of the lead', () => {
  test('about a person stays with whoever follows her, as does what was asked of her by name', () => {
    fc.assert(
      fc.property(fc.option(fc.constantFrom('check_in_person_day_3', 'no_contact')), (ruleKey) => {
        expect(goesWithLead({ subjectType: 'placement', ruleKey })).toBe(false)
        expect(goesWithLead({ subjectType: 'help_request', ruleKey })).toBe(false)
      }),
    )
    expect(goesWithLead({ subjectType: 'card', ruleKey: 'proposal_interested' })).toBe(false)
    expect(goesWithLead({ subjectType: 'card', ruleKey: null })).toBe(false)
  })

  test('about the company or by the lead’s own rules goes on with the company', () => {
    expect(goesWithLead({ subjectType: 'company', ruleKey: null })).toBe(true)
    expect(goesWithLead({ subjectType: 'opening', ruleKey: 'opening_call' })).toBe(true)
    expect(goesWithLead({ subjectType: 'card', ruleKey: 'proposal_call' })).toBe(true)
  })
})
