import { describe, expect, it } from 'vitest'
import { cefrCode, cefrLevelOf, cefrLevels } from './cefr.ts'

describe('CEFR levels', () => {
  it('are numbered from 0 in their order, so that "at least" is a comparison', () => {
    expect(cefrLevels.map((level) => level.value)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(cefrLevels.map((level) => level.code)).toEqual(['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'])
    expect(cefrLevels.every((level) => level.it.trim() !== '' && level.en.trim() !== '')).toBe(true)
  })

  it('go from number to name and back', () => {
    for (const { value } of cefrLevels) expect(cefrLevelOf(cefrCode(value))).toBe(value)
    expect(cefrLevelOf(' b1 ')).toBe(3)
    expect(cefrLevelOf('D1')).toBeUndefined()
  })
})
