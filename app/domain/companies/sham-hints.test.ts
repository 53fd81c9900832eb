import { expect, test } from 'vitest'
import { shamHintsOf } from './sham-hints.ts'

const sound = {
  emails: ['hr@officine-bianchi.example', null],
  openings: [
    { kind: 'internship', payMonthlyCents: 60_000 },
    { kind: 'training', payMonthlyCents: null },
  ],
  humanContacts: 1,
}

test('a firm with its own mail, pay on its openings and somebody met shows no sign', () => {
  expect(shamHintsOf(sound)).toEqual([])
})

test('each sign is shown by itself', () => {
  expect(shamHintsOf({ ...sound, emails: ['officine.bianchi@Gmail.com'] })).toEqual(['free_mail'])
  expect(shamHintsOf({ ...sound, openings: [{ kind: 'job', payMonthlyCents: 0 }] })).toEqual(['no_pay'])
  expect(shamHintsOf({ ...sound, humanContacts: 0 })).toEqual(['no_human_contact'])
})

test('an address that only looks like a free one is none', () => {
  expect(shamHintsOf({ ...sound, emails: ['hr@notgmail.com', 'hr@gmail.com.example'] })).toEqual([])
})
