import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '../shared/durations.ts'
import { lacks, lacksOf } from './lacks.ts'

const TODAY = new Date('2026-11-23T10:00:00Z')
const ago = (days: number) => new Date(+TODAY - days * DAY)
const tended = { leadUserId: 'somebody', planned: true, lastContactAt: ago(1), createdAt: ago(400) }

test('who is led, planned for and heard lacks nothing; sixty days are not yet too long', () => {
  expect(lacksOf(tended, TODAY)).toEqual([])
  expect(lacksOf({ ...tended, lastContactAt: ago(60) }, TODAY)).toEqual([])
  expect(lacksOf({ ...tended, lastContactAt: ago(61) }, TODAY)).toEqual(['contact'])
})

test('before the first contact the silence counts from the day it was entered', () => {
  expect(lacksOf({ ...tended, lastContactAt: null }, TODAY)).toEqual(['contact'])
  expect(lacksOf({ ...tended, lastContactAt: null, createdAt: ago(2) }, TODAY)).toEqual([])
})

test('each lack comes and goes by itself', () => {
  const facts = fc.record({
    leadUserId: fc.option(fc.constant('somebody')),
    planned: fc.boolean(),
    lastContactAt: fc.option(fc.integer({ min: 0, max: 700 }).map(ago)),
    createdAt: fc.integer({ min: 0, max: 700 }).map(ago),
  })
  fc.assert(
    fc.property(facts, (company) => {
      const found = lacksOf(company, TODAY)
      expect(found).toEqual(lacks.filter((lack) => found.includes(lack)))
      expect(lacksOf({ ...company, leadUserId: 'x' }, TODAY)).toEqual(found.filter((lack) => lack !== 'lead'))
      expect(lacksOf({ ...company, planned: true }, TODAY)).toEqual(
        found.filter((lack) => lack !== 'next_touch'),
      )
      expect(lacksOf({ ...company, lastContactAt: TODAY }, TODAY)).toEqual(
        found.filter((lack) => lack !== 'contact'),
      )
    }),
  )
})
