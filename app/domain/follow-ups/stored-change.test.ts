import { describe, expect, test } from 'vitest'
import { defaultTexts } from '../messages/default-texts.ts'
import type { RuleChange } from './rule.ts'
import { changedRule, defaultRule } from './rules.ts'
import { changeBeside, changeFrom } from './stored-change.ts'

const message = defaultRule('no_match_message') ?? expect.fail()
const task = defaultRule('proposal_call') ?? expect.fail()
const texts = defaultTexts.no_match

describe('a change of a rule', () => {
  test('comes back from the database as it went in', () => {
    const change: RuleChange = {
      enabled: false,
      delay: { workingDays: 3 },
      every: { months: 2 },
      channel: 'task',
      audience: 'case_manager',
      texts,
      since: new Date('2026-11-23T09:00:00Z'),
    }
    expect(changeFrom(JSON.parse(JSON.stringify(change)))).toEqual(change)
  })

  test('of another make is left out, not believed', () => {
    const strange = {
      enabled: 'no',
      delay: { workingDays: '3' },
      audience: 'boss',
      texts: { it: 'x' },
      channel: 'fax',
    }
    expect(changeFrom(strange)).toEqual({})
    expect(changeFrom(null)).toEqual({})
  })

  test('keeps only what differs from the default', () => {
    expect(changeBeside(message, { enabled: true, delay: { workingDays: 5 }, texts }, texts)).toEqual({})
    expect(changeBeside(task, { audience: 'lead', enabled: false }, null)).toEqual({ enabled: false })
  })
})

describe('a changed rule', () => {
  test('whose message goes to a person is a task, with all that begins and ends it', () => {
    const changed = changedRule(message, { channel: 'task', delay: { workingDays: 3 } })
    expect(changed).toMatchObject({
      kind: 'task',
      audience: 'lead',
      delay: { workingDays: 3 },
      enabled: true,
    })
    expect(changed.stops).toEqual(message.stops)
    expect(changed.triggers).toEqual(message.triggers)
    expect('template' in changed).toBe(false)
  })

  test('goes to whoever it says', () => {
    expect(changedRule(task, { audience: 'case_manager' })).toMatchObject({ audience: 'case_manager' })
    expect(changedRule(task)).toEqual({ ...task, delay: task.delay })
  })
})
