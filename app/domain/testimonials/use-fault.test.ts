import { describe, expect, it } from 'vitest'
import { useKinds, usesOf } from './scopes.ts'
import { useFault } from './use-fault.ts'
import { endOf } from './validity.ts'

const day = (date: string) => new Date(`${date}T11:00:00Z`)
const agreed = {
  state: 'accepted',
  scope: 'both',
  answeredAt: day('2026-01-10'),
  validUntil: day('2027-01-10'),
} as const
const use = { kind: 'event', at: day('2026-06-01') } as const

describe('a use of a testimonial', () => {
  it('within what the company agreed to, and while it holds, is fine', () => {
    expect(useFault(agreed, use)).toBeNull()
    expect(useFault({ ...agreed, validUntil: null }, { ...use, at: day('2031-01-01') })).toBeNull()
  })

  it('is refused for a company that has not said yes, has said no, or has withdrawn', () => {
    expect(useFault({ ...agreed, state: 'asked', answeredAt: null }, use)).toBe('not_agreed')
    expect(useFault({ ...agreed, state: 'declined' }, use)).toBe('not_agreed')
    expect(useFault({ ...agreed, state: 'withdrawn' }, use)).toBe('withdrawn')
  })

  it('is refused before the yes and after its end', () => {
    expect(useFault(agreed, { ...use, at: day('2026-01-09') })).toBe('before_agreed')
    expect(useFault(agreed, { ...use, at: day('2027-01-11') })).toBe('expired')
  })

  it.each([
    ['events', ['event', 'pitch']],
    ['web', ['site']],
    ['both', ['event', 'site', 'pitch']],
    ['everywhere', ['event', 'site', 'pitch', 'press']],
  ] as const)('in the scope %s is one of %j', (scope, allowed) => {
    expect(new Set(usesOf(scope))).toEqual(new Set(allowed))
    for (const kind of useKinds) {
      const fault = useFault({ ...agreed, scope }, { ...use, kind })
      expect([kind, fault]).toEqual([
        kind,
        (allowed as readonly string[]).includes(kind) ? null : 'outside_scope',
      ])
    }
  })
})

it('a yes of so many months ends on the evening of its last day, in Torino', () => {
  expect(endOf('12', day('2026-03-31'))?.toISOString()).toBe('2027-03-31T21:59:00.000Z')
  expect(endOf('24', day('2026-01-10'))?.toISOString()).toBe('2028-01-10T22:59:00.000Z')
  expect(endOf('open', day('2026-01-10'))).toBeNull()
})
