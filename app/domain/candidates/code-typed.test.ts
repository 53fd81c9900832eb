import { describe, expect, it } from 'vitest'
import { codeTyped, isCodeTyped } from './code-typed.ts'

const found = (typed: string, code: string) => {
  const read = codeTyped(typed)
  return read && isCodeTyped(code, read)
}

describe('a code is known by', () => {
  it.each([
    'QUERCIA-417',
    'quercia 417',
    'Quercia417',
    'quercia-4',
    'quercia',
    'querc',
    'qercia 417',
    'quercai-41',
  ])('%s', (typed) => expect(found(typed, 'QUERCIA-417')).toBe('same'))

  it('a number with one wrong digit, less well', () => {
    expect(found('quercia 471', 'QUERCIA-417')).toBe('alike')
    expect(found('quercia 999', 'QUERCIA-417')).toBeNull()
    expect(found('quercia 47', 'QUERCIA-417')).toBeNull()
  })

  it.each([
    '',
    'no',
    '417',
    'rossi',
    'maria rossi',
    'quercia 4170',
    '%',
    'quercia 4%1',
    'q_ercia 417 or 1=1',
  ])('not by %s', (typed) => expect(found(typed, 'QUERCIA-417')).toBeNull())
})
