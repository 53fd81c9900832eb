import { describe, expect, it } from 'vitest'
import { agreedSilences, costlessSilences, type StandingChange } from './agreed-silence.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const change = (n: number, to: StandingChange['to'], until: number | null = null): StandingChange => ({
  ...{ id: `change-${String(n).padStart(2, '0')}`, at: day(n), to },
  until: until === null ? null : day(until),
})
const spans = (silences: readonly { from: Date; until: Date | null }[]) =>
  silences.map(({ from, until }) => [from.getUTCDate(), until?.getUTCDate() ?? null])

describe('the silences agreed on', () => {
  it('last until their day, or until somebody opens the company sooner', () => {
    expect(spans(agreedSilences([change(1, 'paused', 10)]))).toEqual([[1, 10]])
    expect(spans(agreedSilences([change(4, 'open'), change(1, 'paused', 10)]))).toEqual([[1, 4]])
    expect(spans(agreedSilences([change(1, 'paused', 10), change(14, 'open')]))).toEqual([[1, 10]])
  })

  it('are all of them, also those of which no day was kept', () => {
    const changes = [change(1, 'paused'), change(5, 'paused', 9), change(12, 'do_not_contact')]
    expect(spans(agreedSilences(changes))).toEqual([
      [1, 5],
      [5, 9],
      [12, null],
    ])
    expect(spans(agreedSilences([...changes, change(20, 'open')]))).toEqual([
      [1, 5],
      [5, 9],
      [12, 20],
    ])
  })
})

describe('the silences that cost nothing', () => {
  const open = { createdAt: day(1), pausedUntil: null, doNotContact: false }

  it('are those agreed on where the row says no more', () => {
    const reopened = [change(2, 'paused', 9), change(6, 'open')]
    expect(spans(costlessSilences(reopened, { ...open, pausedUntil: day(6) }))).toEqual([[2, 6]])
    const closed = { ...open, doNotContact: true }
    expect(spans(costlessSilences([change(3, 'do_not_contact')], closed))).toEqual([[3, null]])
    expect(costlessSilences([], open)).toEqual([])
  })

  it('and what the row alone tells of, since the last change known', () => {
    expect(spans(costlessSilences([], { ...open, pausedUntil: day(20) }))).toEqual([[1, 20]])
    const reopened = [change(2, 'do_not_contact'), change(6, 'open')]
    const closed = { ...open, doNotContact: true }
    expect(spans(costlessSilences(reopened, closed))).toEqual([
      [2, 6],
      [6, null],
    ])
  })
})
