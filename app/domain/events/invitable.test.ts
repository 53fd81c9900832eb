import { describe, expect, it } from 'vitest'
import { isInvitable, reachOf } from './invitable.ts'

const at = new Date('2026-11-17T09:00:00Z')
const open = { doNotContact: false, pausedUntil: null, merged: false, invited: false }
const before = { hasReader: true, at, afterwards: false }

describe('how an invitation reaches a company', () => {
  it('by mail where somebody reads our mail, by voice where nobody does', () => {
    expect(reachOf(open, before)).toBe('mail')
    expect(reachOf(open, { ...before, hasReader: false })).toBe('voice')
  })

  it('not at all where it asked for silence, is paused, was invited or is another firm', () => {
    const paused = { ...open, pausedUntil: new Date(+at + 1) }
    expect(reachOf({ ...open, doNotContact: true }, before)).toBe('do_not_contact')
    expect(reachOf(paused, before)).toBe('paused')
    expect(reachOf({ ...paused, pausedUntil: at }, before)).toBe('mail')
    expect(reachOf({ ...open, invited: true }, before)).toBe('invited')
    expect(reachOf({ ...open, merged: true, invited: true }, before)).toBe('merged')
    expect(
      ['do_not_contact', 'paused', 'invited', 'merged'].some((reach) => isInvitable(reach as never)),
    ).toBe(false)
  })

  it('afterwards whoever was there is written down, paused or not, once', () => {
    const later = { ...before, afterwards: true }
    expect(reachOf({ ...open, doNotContact: true, pausedUntil: new Date(+at + 1) }, later)).toBe('mail')
    expect(reachOf({ ...open, invited: true }, later)).toBe('invited')
  })
})
