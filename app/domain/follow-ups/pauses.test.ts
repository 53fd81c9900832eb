import { describe, expect, it } from 'vitest'
import type { StandingChange } from '../trust/agreed-silence.ts'
import { pauseFacts } from './pauses.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const change = (n: number, to: StandingChange['to'], until: number | null = null): StandingChange => ({
  ...{ id: `change-${String(n).padStart(2, '0')}`, at: day(n), to },
  until: until === null ? null : day(until),
})
const seen = (...asked: Parameters<typeof pauseFacts>) =>
  pauseFacts(...asked).map(({ type, at }) => `${type.replace('company_', '')} ${String(at.getUTCDate())}`)

describe('the pauses of a company', () => {
  it('last until their day', () => {
    expect(seen([change(1, 'paused', 10)], day(10), day(5))).toEqual(['paused 1'])
    expect(seen([change(1, 'paused', 10)], day(10), day(12))).toEqual(['paused 1', 'resumed 10'])
  })

  it('or until somebody opens it again', () => {
    const changes = [change(1, 'paused', 10), change(4, 'open')]
    expect(seen(changes, day(4), day(5))).toEqual(['paused 1', 'resumed 4'])
  })

  it('or, where it was not to be contacted meanwhile, until that is over', () => {
    const changes = [change(1, 'paused', 10), change(4, 'do_not_contact')]
    expect(seen(changes, null, day(12))).toEqual(['paused 1'])
    expect(seen([...changes, change(15, 'open')], day(15), day(16))).toEqual(['paused 1', 'resumed 15'])
  })

  it('are each counted with their end, also once another has taken its place', () => {
    const first = pauseFacts([change(1, 'paused', 10)], day(10), day(12))
    const both = pauseFacts([change(1, 'paused', 10), change(14, 'paused', 20)], day(20), day(21))
    expect(both.map(({ id }) => id)).toEqual([
      ...['change-01', 'resumed:change-01', 'change-14', 'resumed:change-14'],
    ])
    expect(both.slice(0, 2)).toEqual(first)
  })

  it('are not begun by opening again a company that only was not to be contacted', () => {
    expect(seen([change(3, 'open')], null, day(5))).toEqual([])
  })

  it('without a record are known by the state they left', () => {
    expect(seen([], day(10), day(5))).toEqual(['paused 5'])
    expect(seen([], day(10), day(12))).toEqual(['resumed 10'])
    expect(seen([], null, day(12))).toEqual([])
  })
})
