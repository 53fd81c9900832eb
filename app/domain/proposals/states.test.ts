import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { constraintBehind, isNotNowReason, notNowReasons } from './not-now-reasons.ts'
import { cardMove, isLive, type CardMover, type CardState } from './states.ts'

const yes = { ok: true }
const sent: CardState = { state: 'sent' }
const interested: CardState = { state: 'answered', answer: 'interested' }
const talk: CardState = { state: 'answered', answer: 'talk' }
const notNow: CardState = { state: 'answered', answer: 'not_now', reason: 'hours' }
const withdrawn: CardState = { state: 'withdrawn' }
const expired: CardState = { state: 'expired' }
const all = [sent, interested, talk, notNow, withdrawn, expired]
const movers: CardMover[] = ['hr_contact', 'link', 'case_manager', 'system']

describe('a card', () => {
  test('is answered by the company, signed in or by link, or for it by who heard the answer', () => {
    for (const answer of [interested, talk, notNow]) {
      for (const by of ['hr_contact', 'link', 'case_manager'] as const) {
        expect(cardMove(sent, answer, by)).toEqual(yes)
      }
      expect(cardMove(sent, answer, 'system')).toEqual({ ok: false, why: 'not_by_you' })
    }
  })

  test('talked about is decided later; decided, it is changed by the case manager only', () => {
    const budget = { ...notNow, reason: 'budget' } as CardState
    expect(cardMove(talk, interested, 'link')).toEqual(yes)
    expect(cardMove(notNow, interested, 'link')).toEqual({ ok: false, why: 'not_by_you' })
    expect(cardMove(notNow, interested, 'case_manager')).toEqual(yes)
    expect(cardMove(notNow, budget, 'case_manager')).toEqual(yes)
  })

  test('takes no answer twice', () => {
    for (const answer of [interested, talk, notNow]) {
      expect(cardMove(answer, answer, 'link')).toEqual({ ok: false, why: 'same_answer' })
    }
  })

  test('answered not now needs a reason of the list', () => {
    const free = { state: 'answered', answer: 'not_now', reason: 'because' } as unknown as CardState
    expect(cardMove(sent, free, 'link')).toEqual({ ok: false, why: 'reason_needed' })
  })

  test('is withdrawn by the case manager or the system, never by the company', () => {
    for (const card of all.filter(isLive)) {
      expect(cardMove(card, withdrawn, 'case_manager')).toEqual(yes)
      expect(cardMove(card, withdrawn, 'system')).toEqual(yes)
      expect(cardMove(card, withdrawn, 'hr_contact')).toEqual({ ok: false, why: 'not_by_you' })
    }
  })

  test('expires while nobody decided', () => {
    expect(cardMove(sent, expired, 'system')).toEqual(yes)
    expect(cardMove(talk, expired, 'system')).toEqual(yes)
    expect(cardMove(interested, expired, 'system')).toEqual({ ok: false, why: 'not_a_move' })
    expect(cardMove(sent, expired, 'case_manager')).toEqual({ ok: false, why: 'not_by_you' })
  })

  test('that is over moves no more, and none is unsent', () => {
    const any = fc.constantFrom(...all)
    fc.assert(
      fc.property(any, any, fc.constantFrom(...movers), (from, to, by) => {
        if (!isLive(from) || to.state === 'sent') expect(cardMove(from, to, by).ok).toBe(false)
      }),
    )
  })
})

describe('reasons for not now', () => {
  test('are a closed list, each read by the next match or knowingly not', () => {
    expect(isNotNowReason('budget')).toBe(true)
    expect(isNotNowReason('her family')).toBe(false)
    const silent = notNowReasons.filter((reason) => constraintBehind(reason) === null)
    expect(silent).toEqual(['role_filled', 'other_choice'])
  })
})
