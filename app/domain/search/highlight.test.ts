import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight } from './highlight.ts'

const shown = (text: string, words: string[]) =>
  highlight(text, words)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('')

describe('what is marked', () => {
  it('are the words found by and their inflections, accents and capitals as they are written', () => {
    expect(shown('Addetta alle Pulizìe', ['pulizia'])).toBe('Addetta alle [Pulizìe]')
    expect(shown('Caffè dell’Angolo', ['caffe', 'angolo'])).toBe('[Caffè] dell’[Angolo]')
    expect(shown('Cuoco/a', ['cuochi'])).toBe('[Cuoco]/a')
    expect(shown('Magazzino', ['magazziniere'])).toBe('Magazzino')
  })

  it('takes nothing from the text and adds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
        expect(
          highlight(text, words)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
