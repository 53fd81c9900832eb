import { describe, expect, test } from 'vitest'
import { storyMove, storyMovesFrom, storyStates, testimonialMove, testimonialStates } from './states.ts'

const yes = { ok: true }

describe('a story', () => {
  test('of the company is submitted by it and published by a coordinator', () => {
    expect(storyMove('draft', 'submitted', 'hr_contact')).toEqual(yes)
    expect(storyMove('submitted', 'published', 'coordinator')).toEqual(yes)
  })

  test('written by a case manager waits for the company, which alone submits it', () => {
    expect(storyMove('draft', 'awaiting_company', 'case_manager')).toEqual(yes)
    expect(storyMove('awaiting_company', 'submitted', 'hr_contact')).toEqual(yes)
    expect(storyMove('awaiting_company', 'draft', 'hr_contact')).toEqual(yes)
    for (const by of ['case_manager', 'coordinator', 'system'] as const) {
      expect(storyMove('awaiting_company', 'submitted', by)).toEqual({ ok: false, why: 'not_by_you' })
      expect(storyMove('draft', 'submitted', by)).toEqual({ ok: false, why: 'not_by_you' })
    }
  })

  test('is published from nowhere but submitted, by nobody but a coordinator', () => {
    for (const from of storyStates) {
      for (const by of ['hr_contact', 'case_manager', 'coordinator', 'system'] as const) {
        const may = from === 'submitted' && by === 'coordinator'
        expect(storyMovesFrom(from, by).includes('published')).toBe(may)
      }
    }
  })

  test('goes back, or down, with a note from the coordinator', () => {
    expect(storyMove('submitted', 'draft', 'coordinator')).toEqual({ ok: false, why: 'note_needed' })
    expect(storyMove('submitted', 'draft', 'coordinator', 'A name is in the second line')).toEqual(yes)
    expect(storyMove('published', 'withdrawn', 'coordinator', ' ')).toEqual({ ok: false, why: 'note_needed' })
  })

  test('is withdrawn by its company at any time, and for good', () => {
    for (const from of storyStates.filter((state) => state !== 'withdrawn')) {
      expect(storyMove(from, 'withdrawn', 'hr_contact')).toEqual(yes)
      expect(storyMove(from, 'withdrawn', 'system')).toEqual(yes)
    }
    for (const by of ['hr_contact', 'case_manager', 'coordinator', 'system'] as const) {
      expect(storyMovesFrom('withdrawn', by)).toEqual([])
    }
  })
})

describe('a testimonial', () => {
  test('accepts, declines, and may change its mind', () => {
    expect(testimonialMove('asked', 'accepted', 'hr_contact')).toEqual(yes)
    expect(testimonialMove('asked', 'declined', 'hr_contact')).toEqual(yes)
    expect(testimonialMove('accepted', 'withdrawn', 'hr_contact')).toEqual(yes)
  })

  test('answered by voice is recorded with a note', () => {
    expect(testimonialMove('asked', 'accepted', 'case_manager')).toEqual({ ok: false, why: 'note_needed' })
    expect(testimonialMove('asked', 'accepted', 'case_manager', 'By phone, 12 May')).toEqual(yes)
    expect(testimonialMove('asked', 'accepted', 'system', 'x')).toEqual({ ok: false, why: 'not_by_you' })
  })

  test('a refusal, or a withdrawal, is not reopened', () => {
    for (const to of testimonialStates) {
      expect(testimonialMove('declined', to, 'hr_contact')).toEqual({ ok: false, why: 'not_a_move' })
      expect(testimonialMove('withdrawn', to, 'hr_contact')).toEqual({ ok: false, why: 'not_a_move' })
    }
  })
})
