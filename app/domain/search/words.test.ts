import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedWords, wordsOf } from './words.ts'

describe('what was typed', () => {
  it('is folded, without stop words and repetitions', () => {
    expect(typedWords('  Addetta alle PULIZÌE dell’ufficio, pulizie ')).toEqual([
      'addetta',
      'pulizie',
      'ufficio',
    ])
  })

  it('keeps a stop word only when there is nothing else', () => {
    expect(typedWords('alle')).toEqual(['alle'])
    expect(typedWords('di per alle')).toEqual(['alle'])
    expect(typedWords('alle pulizie')).toEqual(['pulizie'])
  })

  it('is at most eight words of letters and digits, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (typed) => {
        const words = typedWords(typed)
        expect(words.length).toBeLessThanOrEqual(8)
        for (const word of words) expect(word).toMatch(/^[a-z0-9]{1,40}$/)
      }),
    )
  })

  it('is found in the text it was taken from', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zàèéìòù]{4,12}$/), { minLength: 1, maxLength: 8 }),
        (words) => {
          const text = words.join(' ')
          const indexed = wordsOf(text)
          if (indexed.length > 0)
            expect(indexed).toEqual(expect.arrayContaining(typedWords(text.toUpperCase())))
        },
      ),
    )
  })
})
