import { describe, expect, test } from 'vitest'
import { openingMove, openingMovesFrom, openingStates, takesCards } from './states.ts'

describe('an opening', () => {
  test('is posted, paused, taken up again and closed', () => {
    expect(openingMovesFrom('draft', 'hr_contact')).toEqual(['open'])
    expect(openingMovesFrom('open', 'hr_contact')).toEqual(['paused', 'closed'])
    expect(openingMovesFrom('paused', 'hr_contact')).toEqual(['open', 'closed'])
  })

  test('once closed is copied, not reopened', () => {
    for (const by of ['hr_contact', 'case_manager', 'coordinator', 'system'] as const) {
      expect(openingMovesFrom('closed', by)).toEqual([])
    }
    expect(openingMove('closed', 'draft', 'hr_contact')).toEqual({ ok: false, why: 'not_a_move' })
  })

  test('is never opened by the system', () => {
    expect(openingMove('draft', 'open', 'system')).toEqual({ ok: false, why: 'not_by_you' })
    expect(openingMove('paused', 'open', 'system')).toEqual({ ok: false, why: 'not_by_you' })
    expect(openingMove('open', 'paused', 'system')).toEqual({ ok: true })
  })

  test('takes cards while it is open only', () => {
    expect(openingStates.filter(takesCards)).toEqual(['open'])
  })
})
