import { describe, expect, it } from 'vitest'
import { allows, eventStates, stateOf, type EventStep } from './event-states.ts'

const startsAt = new Date('2026-12-03T09:00:00Z')
const endsAt = new Date('2026-12-03T11:30:00Z')
const timed = { startsAt, endsAt, calledOffAt: null }
const at = (time: string) => new Date(`2026-12-03T${time}:00Z`)

describe('an event', () => {
  it('begins and ends by itself, on the minute', () => {
    expect(stateOf(timed, at('08:59'))).toBe('to_come')
    expect(stateOf(timed, at('09:00'))).toBe('under_way')
    expect(stateOf(timed, at('11:29'))).toBe('under_way')
    expect(stateOf(timed, at('11:30'))).toBe('over')
  })

  it('that was called off stays so, whatever the day', () => {
    const off = { ...timed, calledOffAt: at('07:00') }
    for (const time of ['07:30', '10:00', '12:00']) expect(stateOf(off, at(time))).toBe('called_off')
  })

  it('is changed and answered before, its presences noted from its beginning, and nothing once called off', () => {
    const steps: EventStep[] = ['edit', 'call_off', 'invite', 'answer', 'attendance']
    const table = eventStates.map((state) => [state, steps.filter((step) => allows(state, step))])
    expect(Object.fromEntries(table)).toEqual({
      to_come: ['edit', 'call_off', 'invite', 'answer'],
      under_way: ['invite', 'attendance'],
      over: ['invite', 'attendance'],
      called_off: [],
    })
  })
})
