import { expect, test } from 'vitest'
import { peopleToCompare } from './people-to-compare.ts'

const id = (number: number) => `00000000-0000-4000-8000-00000000000${String(number)}`
const asked = (...ids: string[]) => peopleToCompare(new URLSearchParams(ids.map((one) => ['persona', one])))

test('each person once, and only what can be a person', () => {
  expect(asked(id(1), id(1), 'x', id(2))).toEqual({ ids: [id(1), id(2)], more: false })
  expect(asked()).toEqual({ ids: [], more: false })
})

test('the first four of five, and word that there were more', () => {
  expect(asked(id(1), id(2), id(3), id(4), id(5))).toEqual({ ids: [1, 2, 3, 4].map(id), more: true })
})
