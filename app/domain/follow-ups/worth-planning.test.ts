import { describe, expect, it } from 'vitest'
import { DAY } from '../shared/durations.ts'
import type { PlannedFollowUp } from './cadence.ts'
import { worthPlanning } from './worth-planning.ts'

const NOW = new Date('2026-11-20T10:00:00Z')

const planned = (
  days: number,
  values: Partial<PlannedFollowUp> & { kind?: 'task' | 'message' } = {},
): PlannedFollowUp =>
  ({
    key: `k${days}`,
    rule: 'no_contact',
    subject: { type: 'company', id: 'c' },
    related: [],
    occurrence: 1,
    causedBy: 'f',
    dueAt: new Date(+NOW + days * DAY),
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_no_contact',
    ...values,
  }) as PlannedFollowUp

const days = (due: PlannedFollowUp[]) => worthPlanning(due, NOW).map(({ dueAt }) => (+dueAt - +NOW) / DAY)

describe('what of a plan is worth writing down', () => {
  it('takes the latest of the turns that were missed, not the next one beside it', () => {
    expect(days([planned(-29), planned(-1), planned(29)])).toEqual([-1])
  })

  it('takes the next one while none is due', () => {
    expect(days([planned(5), planned(35)])).toEqual([5])
  })

  it('takes the one after the turn that is over, and none of those before', () => {
    const due = [planned(-29), planned(-1), planned(29)]
    const of = (...over: string[]) => worthPlanning(due, NOW, new Set(over)).map(({ key }) => key)
    expect(of('k-1')).toEqual(['k29'])
    expect(of('k-29')).toEqual(['k-1'])
    expect(of('k-1', 'k29')).toEqual([])
  })

  it('keeps rules and subjects apart', () => {
    expect(
      days([
        planned(-1),
        planned(-2, { rule: 'other' }),
        planned(-3, { subject: { type: 'company', id: 'd' } }),
      ]),
    ).toEqual([-1, -2, -3])
  })

  it('leaves out a message that is late by days, and a task that is late by more than a month', () => {
    expect(days([planned(-4, { kind: 'message' } as never)])).toEqual([])
    expect(days([planned(-2, { kind: 'message' } as never)])).toEqual([-2])
    expect(days([planned(-32)])).toEqual([])
  })
})
