import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shift, usableWeek } from '#app/domain/matching/constraints/shift.ts'
import { slackValue } from '#app/domain/matching/score.ts'
import { applyEdit } from '#app/domain/matching/what-if/edits.ts'
import { openings, plainProfile, week } from '#tests/support/matching-arbitraries.ts'
import { Weeks } from './dictionaries.ts'
import { judgeWeekEdits, judgeWeeks, NO_FIT, weekEdits } from './judge-weeks.ts'
import { WEEK_BYTES, weekBytes } from './words.ts'

const lived = fc
  .tuple(week, week)
  .map(([available, more]) => plainProfile({ available, withChildcare: available | more }))

function dictionaryOf(people: readonly ReturnType<typeof plainProfile>[]): Weeks {
  const weeks = new Weeks()
  for (const [at, { available, withChildcare }] of people.entries()) {
    const bytes = new Uint8Array(2 * WEEK_BYTES)
    bytes.set(weekBytes(available).subarray(0, WEEK_BYTES))
    bytes.set(weekBytes(withChildcare).subarray(0, WEEK_BYTES), WEEK_BYTES)
    weeks.add(at + 1, bytes)
  }
  return weeks
}

test('a table of weeks says of each what the pure rule and the pure slack say', () => {
  fc.assert(
    fc.property(openings(), fc.array(lived, { minLength: 1, maxLength: 20 }), (opening, people) => {
      const { table, slack } = judgeWeeks(opening, dictionaryOf(people))
      for (const [at, profile] of people.entries()) {
        const index = table[at + 1] ?? NO_FIT
        expect(index !== NO_FIT).toBe(shift(opening, profile).met)
        if (index !== NO_FIT) expect(slack[index]).toBe(slackValue(opening, profile))
      }
    }),
  )
})

test('a table of edits says of each week that fits nothing which edited openings it would fit', () => {
  fc.assert(
    fc.property(openings(), fc.array(lived, { minLength: 1, maxLength: 20 }), (opening, people) => {
      const weeks = dictionaryOf(people)
      const table = judgeWeekEdits(opening, weeks, judgeWeeks(opening, weeks).table)
      for (const [at, profile] of people.entries()) {
        const bits = (table[2 * (at + 1)] ?? 0) + 256 * (table[2 * (at + 1) + 1] ?? 0)
        const helping = weekEdits.filter((_, bit) => bits & (1 << bit))
        const expected = weekEdits.filter((kind) => {
          const edited = applyEdit(opening, { kind })
          return edited !== null && !shift(opening, profile).met && shift(edited, profile).met
        })
        expect({ helping, week: usableWeek(opening, profile) }).toEqual({
          helping: expected,
          week: usableWeek(opening, profile),
        })
      }
    }),
  )
})

test('an id that has not come, and every id beyond, fits nothing', () => {
  fc.assert(
    fc.property(openings(), lived, (opening, profile) => {
      const weeks = dictionaryOf([profile])
      const bytes = new Uint8Array(2 * WEEK_BYTES).fill(255)
      weeks.add(5, bytes)
      const { table } = judgeWeeks(opening, weeks)
      expect([table[2], table[3], table[4], table[table.length - 1]]).toEqual([
        NO_FIT,
        NO_FIT,
        NO_FIT,
        NO_FIT,
      ])
      expect([...weeks.seen.holes]).toEqual([2, 3, 4])
    }),
  )
})
