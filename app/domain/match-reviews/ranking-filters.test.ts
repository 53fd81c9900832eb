import { describe, expect, test } from 'vitest'
import type { CandidateId } from '../shared/ids.ts'
import {
  addressOf,
  asideOffers,
  choiceOf,
  chosen,
  EVERYBODY,
  filterOffers,
  keeps,
  rankingFilters,
} from './ranking-filters.ts'
import type { Standing } from './standing.ts'

const today = '2026-10-05'
let next = 0
const standing = (values: Partial<Standing> = {}): Standing => ({
  candidateId: `p${String(next++)}` as CandidateId,
  ...{ mine: false, seen: true, proposed: true, refused: false, whyNot: null, setAsideOn: null },
  ...{ waitingSince: '2026-09-01', km: 30, allDesired: false },
  ...values,
})
const choice = (search: string) => choiceOf(new URLSearchParams(search))

describe('a filter', () => {
  test.each([
    ['unseen', { seen: false }],
    ['unproposed', { proposed: false }],
    ['mine', { mine: true }],
    ['waiting', { waitingSince: '2026-04-05' }],
    ['near', { km: 10 }],
    ['all_desired', { allDesired: true }],
  ] as const)('%s keeps whom it names and nobody else', (filter, values) => {
    expect(keeps(filter, standing(values), today)).toBe(true)
    expect(keeps(filter, standing(), today)).toBe(false)
  })

  test('that asks whom to propose leaves out who said no', () => {
    expect(keeps('unproposed', standing({ proposed: false, refused: true }), today)).toBe(false)
  })

  test('waiting begins with the day six months ago', () => {
    expect(keeps('waiting', standing({ waitingSince: '2026-04-06' }), today)).toBe(false)
  })
})

describe('a choice', () => {
  const people = [
    standing({ mine: true, seen: false }),
    standing({ mine: true }),
    standing({ mine: true, whyNot: 'childcare' }),
    standing({ whyNot: 'pay' }),
  ]
  const left = (search: string) => chosen(people, choice(search), today).map((one) => people.indexOf(one))

  test('leaves those set aside out, and shows them alone when they are asked for', () => {
    expect(left('')).toEqual([0, 1])
    expect(left('da-parte=any')).toEqual([2, 3])
    expect(left('da-parte=childcare')).toEqual([2])
    expect(left('da-parte=pay&solo=mine')).toEqual([])
  })

  test('is all of its filters at once, and passes over what it does not know', () => {
    expect(left('solo=mine&solo=unseen')).toEqual([0])
    expect(left('solo=nobody&da-parte=whatever')).toEqual([0, 1])
  })

  test('is read back from its own address', () => {
    for (const aside of [null, 'any', 'hours'] as const) {
      for (const only of [[], ['mine'], [...rankingFilters]] as const) {
        const asked = { only: [...only], aside }
        expect(choice(addressOf(asked).slice(1))).toEqual(asked)
      }
    }
    expect(addressOf(EVERYBODY)).toBe('?')
  })

  test('says of each filter exactly how many people pressing it leaves', () => {
    for (const search of ['', 'solo=mine', 'solo=mine&solo=unseen', 'da-parte=any']) {
      for (const { on, to, leaves } of filterOffers(people, choice(search), today)) {
        expect(leaves).toBe(on ? left(search).length : left(to.slice(1)).length)
      }
    }
  })

  test('offers the reasons that somebody has, with how many, and the way back', () => {
    const offers = (search: string) =>
      asideOffers(people, choice(search), today).map(({ aside, leaves, to }) => [aside, leaves, to])
    expect(offers('')).toEqual([
      ['any', 2, '?da-parte=any'],
      ['childcare', 1, '?da-parte=childcare'],
      ['pay', 1, '?da-parte=pay'],
    ])
    expect(offers('da-parte=pay&solo=mine')).toContainEqual(['pay', 0, '?solo=mine'])
    expect(asideOffers([standing()], EVERYBODY, today)).toEqual([])
  })
})
