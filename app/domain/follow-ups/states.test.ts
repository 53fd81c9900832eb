import { describe, expect, test } from 'vitest'
import { followUpMove, followUpMovesFrom, followUpStates, isOpen } from './states.ts'

describe('a follow-up', () => {
  test('that is over never comes back', () => {
    for (const state of followUpStates.filter((state) => !isOpen(state))) {
      expect(followUpMovesFrom(state, 'system')).toEqual([])
      expect(followUpMovesFrom(state, 'person')).toEqual([])
    }
  })

  test('that is open can always be done, and be cancelled when its reason is gone', () => {
    for (const state of followUpStates.filter(isOpen)) {
      expect(followUpMove(state, 'done', 'person')).toEqual({ ok: true })
      expect(followUpMove(state, 'cancelled', 'system')).toEqual({ ok: true })
    }
  })

  test('is put off or skipped by a person who says why, handed on without a word', () => {
    expect(followUpMove('due', 'postponed', 'person', ' ')).toEqual({ ok: false, why: 'reason_needed' })
    expect(followUpMove('due', 'postponed', 'person', 'Closed for holidays')).toEqual({ ok: true })
    expect(followUpMove('planned', 'skipped', 'system', 'x')).toEqual({ ok: false, why: 'not_by_you' })
    expect(followUpMove('due', 'handed_on', 'person')).toEqual({ ok: true })
  })

  test('becomes due by the clock alone', () => {
    expect(followUpMove('planned', 'due', 'system')).toEqual({ ok: true })
    expect(followUpMove('postponed', 'due', 'person')).toEqual({ ok: false, why: 'not_by_you' })
    expect(followUpMove('due', 'planned', 'person')).toEqual({ ok: false, why: 'not_a_move' })
  })
})
