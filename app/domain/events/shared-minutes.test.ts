import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sharedMinutes } from './shared-minutes.ts'

const startsAt = new Date('2026-12-03T09:00:00Z')
const lasting = (minutes: number) => ({ startsAt, endsAt: new Date(+startsAt + minutes * 60_000) })

it('parts the length of an event among all that came', () => {
  expect(sharedMinutes(lasting(150), 6)).toBe(25)
  expect(sharedMinutes(lasting(150), 1)).toBe(150)
})

it('never counts a day twice over, and no presence for nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 15, max: 720 }), fc.integer({ min: 1, max: 300 }), (minutes, came) => {
      const each = sharedMinutes(lasting(minutes), came)
      expect(each).toBeGreaterThanOrEqual(1)
      if (minutes >= came) expect(each * came).toBeLessThanOrEqual(minutes + came)
    }),
  )
})
