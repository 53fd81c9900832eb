import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, emptyWeek, fullWeek, halfHoursOf, setRange, weekPresets } from '../week.ts'
import { admits, evaluate } from '../constraints.ts'
import { openings, plainOpening, profiles, TODAY, week } from '#tests/support/matching-arbitraries.ts'
import { dayShifts, trimmed } from './day-shifts.ts'
import { applyEdit, editKey, editsOf, nextPay } from './edits.ts'
import { editShifts, shiftEditKinds } from './shift-edits.ts'

const union = (masks: readonly bigint[]) => masks.reduce((all, mask) => all | mask, emptyWeek)

describe('the shifts of a week', () => {
  test('are apart, lie within it and make it up', () => {
    fc.assert(
      fc.property(week, (mask) => {
        const shifts = dayShifts(mask)
        if (!shifts) return
        const masks = shifts.map((shift) => shift.mask)
        expect(union(masks)).toBe(mask)
        expect(masks.reduce((sum, each) => sum + halfHoursOf(each), 0)).toBe(halfHoursOf(mask))
        expect(shifts.every(({ length }) => length > 0 && length < 48)).toBe(true)
      }),
    )
  })

  test('keep a break inside, part after four hours, and run past midnight and the end of the week', () => {
    expect(dayShifts(weekPresets.mon_fri_8_17_break)?.map(({ start, length }) => [start, length])).toEqual(
      [0, 1, 2, 3, 4].map((day) => [day * 48 + 16, 18]),
    )
    const split = setRange(setRange(emptyWeek, 0, 16, 20), 0, 28, 32)
    expect(dayShifts(split)).toHaveLength(2)
    const sundayNight = setRange(emptyWeek, 6, 44, 12)
    expect(dayShifts(sundayNight)).toEqual([{ start: 6 * 48 + 44, length: 16, mask: sundayNight }])
  })

  test('cannot be told in a week without pauses or of a roster', () => {
    expect([emptyWeek, fullWeek, weekPresets.three_shifts].map(dayShifts)).toEqual([null, null, null])
  })

  test('trimmed past their end are gone', () => {
    const [shift] = dayShifts(weekPresets.mon_fri_8_12) ?? []
    if (!shift) throw new Error('a shift is needed')
    expect([trimmed(shift, 'start', 8), trimmed(shift, 'end', 9)]).toEqual([emptyWeek, emptyWeek])
    expect(halfHoursOf(trimmed(shift, 'start', 3))).toBe(5)
  })
})

describe('an edit of the hours', () => {
  test('asks for less of what was asked, never for other hours', () => {
    fc.assert(
      fc.property(week, fc.constantFrom(...shiftEditKinds), (mask, kind) => {
        const edited = editShifts([{ type: 'fixed', mask }], kind)
        for (const option of edited ?? []) {
          if (option.type !== 'fixed') throw new Error('a fixed option stays fixed')
          expect(contains(mask, option.mask) && option.mask !== mask && option.mask !== emptyWeek).toBe(true)
        }
      }),
    )
  })

  test('leaves flexible hours alone', () => {
    const flexible = { type: 'flexible', window: weekPresets.mon_fri_6_14, hoursPerWeek: 20 } as const
    for (const kind of shiftEditKinds) expect(editShifts([flexible], kind)).toBeNull()
  })
})

describe('every edit', () => {
  test('keeps whom the opening admits: it can only gain', () => {
    fc.assert(
      fc.property(openings(), fc.array(profiles(), { maxLength: 20 }), (opening, people) => {
        for (const edit of editsOf(opening)) {
          const edited = applyEdit(opening, edit)
          if (!edited) throw new Error(`${editKey(edit)} is of the catalogue and changes nothing`)
          for (const profile of people) {
            if (!admits(evaluate(opening, profile, TODAY))) continue
            expect([editKey(edit), admits(evaluate(edited, profile, TODAY))]).toEqual([editKey(edit), true])
          }
        }
      }),
    )
  })

  test('has a key of its own', () => {
    fc.assert(
      fc.property(openings(), (opening) => {
        const keys = editsOf(opening).map(editKey)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  test('that would change nothing is not offered', () => {
    const keys = editsOf(plainOpening({ transportProvided: true, childcareProvided: true })).map(editKey)
    expect(
      keys.filter((key) => /arrange|drop_(licence|vehicle|saturday|sunday|nights)|language|skill/.test(key)),
    ).toEqual([])
  })
})

test('the next step of pay is the least that helps somebody, rounded up to fifty euro', () => {
  expect(nextPay([])).toBeNull()
  expect(nextPay([123_456, 100_001])).toEqual({ kind: 'raise_pay', payMonthlyCents: 105_000 })
  expect(nextPay([100_000])).toEqual({ kind: 'raise_pay', payMonthlyCents: 100_000 })
})
