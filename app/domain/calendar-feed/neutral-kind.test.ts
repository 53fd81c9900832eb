import { expect, test } from 'vitest'
import { neutralKind } from './neutral-kind.ts'

test.each([
  ['follow_ups_task_no_contact', 'call'],
  ['follow_ups_task_arrange_meeting', 'meet'],
  ['follow_ups_task_check_in_person', 'check'],
  ['mail_task_verify_company', 'check'],
  ['by_hand', 'task'],
  ['follow_ups_task_of_tomorrow', 'task'],
])('%s is a matter of %s', (template, kind) => {
  expect(neutralKind(template)).toBe(kind)
})
