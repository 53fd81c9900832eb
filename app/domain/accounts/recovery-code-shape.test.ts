import { describe, expect, it } from 'vitest'
import { readRecoveryCode, RECOVERY_SIGNS, writeRecoveryCode } from './recovery-code-shape.ts'

describe('a recovery code', () => {
  it('is read however it was typed', () => {
    const code = { number: 3, signs: 'ABCDEFGH2345' }
    expect(writeRecoveryCode(3, code.signs)).toBe('3-ABCD-EFGH-2345')
    for (const typed of ['3-ABCD-EFGH-2345', '3abcdefgh2345', ' 3 abcd efgh 2345 ', '3–ABCD–EFGH–2345']) {
      expect(readRecoveryCode(typed)).toEqual(code)
    }
  })

  it.each(['', '3-ABCD-EFGH', '9-ABCD-EFGH-2345', '3-ABCD-EFGH-2340', '3-ABCD-EFGH-2345-6', '0ABCDEFGH2345'])(
    'is not %j',
    (typed) => {
      expect(readRecoveryCode(typed)).toBeNull()
    },
  )

  it('has no signs that are taken for one another', () => {
    expect(new Set(RECOVERY_SIGNS).size).toBe(32)
    expect(RECOVERY_SIGNS).not.toMatch(/[01IO]/)
  })
})
