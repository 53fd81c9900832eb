import { describe, expect, test } from 'vitest'
import { openingMove, openingStates, takesCards, type OpeningMover, type OpeningState } from './states.ts'

const movesFrom = (from: OpeningState, by: OpeningMover) =>
  openingStates.filter((to) => openingMove(from, to, by).ok)

describe('an opening', () => {
  test('is posted, paused, taken up again and closed', () => {
    expect(movesFrom('draft', 'hr_contact')).toEqual(['open'])
    expect(movesFrom('open', 'hr_contact')).toEqual(['paused', 'closed'])
    expect(movesFrom('paused', 'hr_contact')).toEqual(['open', 'closed'])
  })

  test('once closed is copied, not reopened', () => {
    for (const by of ['hr_contact', 'case_manager', 'coordinator', 'system'] as const) {
      expect(movesFrom('closed', by)).toEqual([])
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
