import { expect, it } from 'vitest'
import { roles } from '../shared/actor.ts'
import { MINUTE, SECOND } from '../shared/durations.ts'
import { isFresh, needsPasskey } from './passkey-rules.ts'

it('asks a passkey of coordinators and administrators', () => {
  expect(roles.filter(needsPasskey)).toEqual(['coordinator', 'admin'])
})

it('takes a second factor for fresh for ten minutes, and none at all never', () => {
  const at = new Date('2026-03-02T10:00:00Z')
  const ago = (ms: number) => new Date(at.getTime() - ms)
  expect([0, 9 * MINUTE, 10 * MINUTE - SECOND].map((ms) => isFresh(ago(ms), at))).toEqual([true, true, true])
  expect([10 * MINUTE, 600 * MINUTE].map((ms) => isFresh(ago(ms), at))).toEqual([false, false])
  expect(isFresh(null, at)).toBe(false)
})
