import { describe, expect, it } from 'vitest'
import { pauseFacts, type PauseAct } from './pauses.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const act = (n: number, action: PauseAct['action']): PauseAct => ({
  id: `act-${String(n)}`,
  at: day(n),
  action,
})
const seen = (...asked: Parameters<typeof pauseFacts>) =>
  pauseFacts(...asked).map(({ type, at }) => `${type.replace('company_', '')} ${String(at.getUTCDate())}`)

describe('the pauses of a company', () => {
  it('last until their day', () => {
    expect(seen([act(1, 'paused')], day(10), day(5))).toEqual(['paused 1'])
    expect(seen([act(1, 'paused')], day(10), day(12))).toEqual(['paused 1', 'resumed 10'])
  })

  it('or until somebody opens it again', () => {
    expect(seen([act(1, 'paused'), act(4, 'reopened')], day(4), day(5))).toEqual(['paused 1', 'resumed 4'])
  })

  it('are each counted with their end, also once another has taken its place', () => {
    const first = pauseFacts([act(1, 'paused')], day(10), day(12))
    const both = pauseFacts([act(1, 'paused'), act(14, 'paused')], day(20), day(21))
    expect(both.map(({ id }) => id)).toEqual(['act-1', 'resumed:act-1', 'act-14', 'resumed:act-14'])
    expect(both.slice(0, 2).map(({ id }) => id)).toEqual(first.map(({ id }) => id))
  })

  it('are not begun by opening again a company that only was not to be contacted', () => {
    expect(seen([act(3, 'reopened')], null, day(5))).toEqual([])
  })

  it('that are older than the log are known by the state they left', () => {
    expect(seen([], day(10), day(5))).toEqual(['paused 5'])
    expect(seen([], day(10), day(12))).toEqual(['resumed 10'])
    expect(seen([], null, day(12))).toEqual([])
  })
})
