import { expect, test } from 'vitest'
import { occasionOf } from './occasions.ts'

const of = (template: string, stage: 'new' | 'hosting' = 'hosting', failedLately = false) =>
  occasionOf({ template, stage, failedLately })

test('a task tells its occasion, and the rung where it has none', () => {
  expect(of('follow_ups_task_hire_talk')).toBe('before_internship_end')
  expect(of('follow_ups_task_no_contact')).toBe('after_silence')
  expect(of('by_hand')).toBe('any')
})

test('with a company that nobody has met, every call is the first one', () => {
  expect(of('follow_ups_task_no_contact', 'new')).toBe('first_call')
  expect(of('follow_ups_task_opening_call', 'new')).toBe('first_call')
  expect(of('follow_ups_task_arrange_meeting', 'new')).toBe('arrange_meeting')
})

test('after a placement that failed, that is what one talks about', () => {
  expect(of('by_hand', 'hosting', true)).toBe('after_failed_placement')
  expect(of('follow_ups_task_hire_talk', 'hosting', true)).toBe('before_internship_end')
})

test('what is settled inside the house needs no playbook', () => {
  expect(of('mail_task_verify_company')).toBeNull()
})
