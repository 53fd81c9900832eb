/** Where an event stands. It ends by itself; who came is noted once it has begun. */
export const eventStates = ['to_come', 'under_way', 'over', 'called_off'] as const
export type EventState = (typeof eventStates)[number]

type Timed = { startsAt: Date; endsAt: Date; calledOffAt: Date | null }

/** The state of an event at `at`. One that was called off stays so. */
export function stateOf({ startsAt, endsAt, calledOffAt }: Timed, at: Date): EventState {
  if (calledOffAt) return 'called_off'
  if (+at < +startsAt) return 'to_come'
  return +at < +endsAt ? 'under_way' : 'over'
}

/** What may be done with an event in a state; whoever comes without an invitation is added while it is on or after it. */
const allowed: Record<EventState, readonly EventStep[]> = {
  to_come: ['edit', 'call_off', 'invite', 'answer'],
  under_way: ['invite', 'attendance'],
  over: ['invite', 'attendance'],
  called_off: [],
}
export type EventStep = 'edit' | 'call_off' | 'invite' | 'answer' | 'attendance'

export const allows = (state: EventState, step: EventStep): boolean => allowed[state].includes(step)
