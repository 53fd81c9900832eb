import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import { defaultKinds } from './event-kinds.ts'
import { trustScore } from './score.ts'
import { silenceEvents, type Contacts } from './silence.ts'

const entered = new Date('2026-03-02T10:00:00Z')
const after = (days: number) => new Date(+entered + days * DAY)
const daysOf = (asked: Partial<Contacts>, at: number) =>
  silenceEvents({ since: entered, contacts: [], ...asked }, after(at)).map(
    ({ occurredAt }) => (+occurredAt - +entered) / DAY,
  )

describe('silence', () => {
  test('counts one from the 60th day and one more each week', () => {
    expect(daysOf({}, 59.9)).toEqual([])
    expect(daysOf({}, 60)).toEqual([60])
    expect(daysOf({}, 66.9)).toEqual([60])
    expect(daysOf({}, 67)).toEqual([60, 67])
  })

  test('ends at the next contact, in whatever order contacts come, and is kept for the past', () => {
    expect(daysOf({ contacts: [after(70), after(2)] }, 100)).toEqual([67])
    expect(daysOf({ contacts: [after(70)] }, 140)).toEqual([60, 67, 130, 137])
  })

  test('a contact on the very day breaks it; one from before the company was entered begins nothing', () => {
    expect(daysOf({ contacts: [after(60)] }, 61)).toEqual([])
    expect(daysOf({ contacts: [after(-300)] }, 59)).toEqual([])
  })

  test('a pause costs nothing, while it lasts and once it is over', () => {
    expect(daysOf({ pauses: [{ from: after(50), until: null }] }, 80)).toEqual([])
    expect(daysOf({ pauses: [{ from: after(50), until: after(70) }] }, 80)).toEqual([74])
    const twice = [
      { from: after(59), until: after(61) },
      { from: after(66), until: after(68) },
    ]
    expect(daysOf({ pauses: twice }, 80)).toEqual([74])
  })
})

const moment = fc.integer({ min: -30 * 24, max: 900 * 24 }).map((hours) => +entered + hours * HOUR)
const moments = fc.array(moment, { maxLength: 12 })
const pauses = fc.array(
  fc.record({
    from: moment.map((time) => new Date(time)),
    until: fc.option(moment.map((time) => new Date(time))),
  }),
  { maxLength: 3 },
)
const scoreAt = (asked: Contacts, at: Date) => trustScore(silenceEvents(asked, at), at, defaultKinds).score

describe('for any contacts and any pauses', () => {
  test('one contact more never lowers the score, at no date', () => {
    fc.assert(
      fc.property(moments, pauses, moment, moment, (contacts, pauses, more, at) => {
        const before = scoreAt({ since: entered, contacts, pauses }, new Date(at))
        const reached = scoreAt({ since: entered, contacts: [...contacts, more], pauses }, new Date(at))
        expect(reached).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  test('one pause more never lowers it either', () => {
    fc.assert(
      fc.property(moments, pauses, pauses, moment, (contacts, some, more, at) => {
        const before = scoreAt({ since: entered, contacts, pauses: some }, new Date(at))
        const after = scoreAt({ since: entered, contacts, pauses: [...some, ...more] }, new Date(at))
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('the silence up to a day is the same whenever it is asked for', () => {
    fc.assert(
      fc.property(moments, pauses, moment, fc.nat(300), (contacts, pauses, at, days) => {
        const asked = { since: entered, contacts, pauses }
        const now = silenceEvents(asked, new Date(at)).map(({ id }) => id)
        const later = silenceEvents(asked, new Date(at + days * DAY)).map(({ id }) => id)
        expect(later.slice(0, now.length)).toEqual(now)
        expect(new Set(later).size).toBe(later.length)
      }),
    )
  })
})
