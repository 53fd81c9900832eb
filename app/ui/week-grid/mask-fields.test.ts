import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyWeek,
  fromBits,
  fullWeek,
  hoursOf,
  setRange,
  toBits,
  weekPresets,
} from '#app/domain/matching/week.ts'
import { foldWeekGrid, readWeekGrid } from '#app/ui/week-grid/fold-week-grid.ts'
import {
  cellValue,
  halfHourOf,
  maskFromCells,
  pressWeekButton,
  rangeOf,
  splitsHour,
  typedRanges,
  weekFields,
} from '#app/ui/week-grid/mask-fields.ts'

const MONDAY_8_TO_12 = setRange(emptyWeek, 0, 16, 24)

function posted(fields: [name: string, value: string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

describe('cells', () => {
  test('a whole hour sets both halves, a half-hour cell one', () => {
    expect(hoursOf(maskFromCells([cellValue(0, 8)]))).toBe(1)
    expect(maskFromCells(['0-8:00', '0-8:30'])).toBe(maskFromCells(['0-8']))
    expect(maskFromCells(['6-23:30'])).toBe(setRange(emptyWeek, 6, 47, 48))
  })

  test('what is no cell of a week is passed over', () => {
    expect(maskFromCells(['7-8', '0-24', '0-8:15', '-1-3', 'x', ''])).toBe(emptyWeek)
  })

  test('every week can be posted in half-hour cells', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: fullWeek }), (mask) => {
        const cells = [...toBits(mask)].flatMap((bit, index) =>
          bit === '1'
            ? [cellValue(Math.floor(index / 48), Math.floor((index % 48) / 2), index % 2 ? 1 : 0)]
            : [],
        )
        expect(maskFromCells(cells)).toBe(mask)
      }),
      { numRuns: 50 },
    )
  })

  test('an hour that is half taken asks for half-hour rows', () => {
    const bits = toBits(setRange(emptyWeek, 2, 17, 20))
    expect(splitsHour(bits, 2, 8)).toBe(true)
    expect(splitsHour(bits, 2, 9)).toBe(false)
  })
})

describe('ranges', () => {
  test('a clock is read on the half-hour only', () => {
    expect(halfHourOf('08:30')).toBe(17)
    expect(halfHourOf('24:00')).toBe(48)
    expect(halfHourOf('24:30')).toBeNull()
    expect(halfHourOf('8:15')).toBeNull()
  })

  test('one end without the other, or equal ends, is incomplete', () => {
    expect(rangeOf(1, { from: '', to: '' })).toBeNull()
    expect(rangeOf(1, { from: '08:00', to: '' })).toBe('incomplete')
    expect(rangeOf(1, { from: '08:00', to: '08:00' })).toBe('incomplete')
    expect(rangeOf(1, { from: '22:00', to: '06:00' })).toEqual({ day: 1, from: 44, to: 12 })
  })

  test('every week says the same in ranges', () => {
    const pair = fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 47 }), fc.integer({ min: 0, max: 48 }))
      .filter(([, from, to]) => from !== to)
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (pairs) => {
        const mask = pairs.reduce((week, [day, from, to]) => setRange(week, day, from, to), emptyWeek)
        const form = posted([['shift_entry', 'ranges']])
        const fields = weekFields('shift')
        typedRanges(toBits(mask)).forEach((rows, day) =>
          rows.forEach(({ from, to }, row) => {
            form.append(fields.from(day, row), from)
            form.append(fields.to(day, row), to)
          }),
        )
        expect(fromBits(readWeekGrid(form, 'shift').mask)).toBe(mask)
      }),
      { numRuns: 100 },
    )
  })
})

describe('buttons', () => {
  test('a preset adds to what is there, clear empties', () => {
    const both = pressWeekButton(MONDAY_8_TO_12, 'preset:weekend_8_16')
    expect(both).toBe(MONDAY_8_TO_12 | weekPresets.weekend_8_16)
    expect(pressWeekButton(both, 'clear')).toBe(emptyWeek)
  })

  test('copy repeats Monday up to Friday and leaves the weekend', () => {
    expect(pressWeekButton(MONDAY_8_TO_12, 'copy')).toBe(weekPresets.mon_fri_8_12)
    expect(pressWeekButton(weekPresets.weekend_8_16, 'copy')).toBe(weekPresets.weekend_8_16)
  })

  test('an unknown button changes nothing', () => {
    expect(pressWeekButton(MONDAY_8_TO_12, 'preset:toString')).toBe(MONDAY_8_TO_12)
  })
})

describe('readWeekGrid', () => {
  test('the grid posts its mask and is not shown again', () => {
    const week = readWeekGrid(
      posted([
        ['shift', '0-8'],
        ['shift', '0-9'],
        ['shift', '0-10'],
        ['shift', '0-11'],
      ]),
      'shift',
    )
    expect(fromBits(week.mask)).toBe(MONDAY_8_TO_12)
    expect(week).toMatchObject({ entry: 'grid', again: false, halves: false, incompleteDays: [] })
  })

  test('switching the way of entry keeps the week', () => {
    const week = readWeekGrid(
      posted([
        ['shift', '0-8'],
        ['shift_do', 'entry:ranges'],
      ]),
      'shift',
    )
    expect(week).toMatchObject({ entry: 'ranges', again: true })
    expect(typedRanges(week.mask)[0]).toEqual([{ from: '08:00', to: '09:00' }])
  })

  test('what was typed stays, and an unfinished pair names its day', () => {
    const form = posted([
      ['shift_entry', 'ranges'],
      ['shift_1_0_from', '08:00'],
      ['shift_1_0_to', '12:00'],
      ['shift_1_1_from', '14:00'],
      ['shift_1_1_to', ''],
    ])
    const week = readWeekGrid(form, 'shift')
    expect(week.incompleteDays).toEqual([1])
    expect(week.typed?.[1]).toEqual([
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '' },
    ])
  })

  test('half-hour rows are switched on and off by their buttons', () => {
    expect(readWeekGrid(posted([['shift_do', 'halves:on']]), 'shift').halves).toBe(true)
    expect(readWeekGrid(posted([['shift_halves', '1']]), 'shift').halves).toBe(true)
    expect(
      readWeekGrid(
        posted([
          ['shift_halves', '1'],
          ['shift_do', 'halves:off'],
        ]),
        'shift',
      ).halves,
    ).toBe(false)
  })
})

describe('foldWeekGrid', () => {
  test('leaves one field with the mask beside the others', () => {
    const form = posted([
      ['title', 'Cuoco'],
      ['shift', '0-8'],
      ['shift_entry', 'grid'],
    ])
    foldWeekGrid(form, 'shift')
    expect([...form.keys()].sort()).toEqual(['shift', 'title'])
    expect(form.get('shift')).toBe(toBits(setRange(emptyWeek, 0, 16, 18)))
  })

  test('bits that are posted as such pass', () => {
    const bits = toBits(weekPresets.nights_22_6)
    expect(foldWeekGrid(posted([['shift', bits]]), 'shift').mask).toBe(bits)
  })
})
