import { describe, expect, it } from 'vitest'
import { relevance } from './ranking.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { readQuery, typos, wordsOf } from './words.ts'

const settings = (change: Partial<Settings> = {}): Settings => ({ ...defaultSettings(), ...change })

const finds = (
  q: string,
  text: string,
  change: Partial<Settings> = {},
  strategy?: 'last' | 'all',
): boolean => {
  const all = settings(change)
  return relevance({ id: 1, text }, readQuery(q, all), all, strategy ? { strategy } : {}) !== null
}

describe('words', () => {
  it('lose their case and their accents', () => {
    expect(wordsOf('Caffè, Città-Giardino!')).toEqual(['caffe', 'citta', 'giardino'])
  })

  it.each([
    ['magazziniere', 'magazziniere', 0],
    ['magaziniere', 'magazziniere', 1],
    ['magazniere', 'magazziniere', 2],
    ['nagazziniere', 'magazziniere', 2],
  ])('%s is %s with %i typos, a wrong first letter being two', (typed, word, count) => {
    expect(typos(typed, word, false, 2)).toBe(count)
  })
})

describe('what was typed', () => {
  it.each([
    ['forgives one typo from five letters', 'pulzia', 'pulizia', true],
    ['forgives none below', 'cuco', 'cuoco', false],
    ['forgives two from nine', 'magazinere', 'magazziniere', true],
    ['but not two below', 'pulzie', 'pulizia', false],
    ['forgives no first letter in a short word', 'sulizie', 'pulizie', false],
    ['finds the beginning of a word', 'magaz', 'il magazziniere', true],
    ['but only for the last word', 'mag torino', 'magazziniere a torino', false],
    ['and not once a space follows', 'mag ', 'magazziniere', false],
    ['finds a "phrase" in its order', '"pulizia uffici"', 'cerco pulizia uffici a torino', true],
    ['and in no other', '"uffici pulizia"', 'pulizia uffici', false],
    ['leaves out what has a minus', 'pulizia -notturna', 'pulizia notturna', false],
  ])('%s: %s', (_, q, text, expected) => {
    expect(finds(q, text)).toBe(expected)
  })

  it('may lose its last words, never its first, unless all are asked for', () => {
    expect(finds('pulizia uffici torino', 'pulizia')).toBe(true)
    expect(finds('pulizia uffici torino', 'uffici torino')).toBe(false)
    expect(finds('pulizia uffici', 'pulizia', {}, 'all')).toBe(false)
  })

  it('counts ten words', () => {
    expect(readQuery('a b c d e f g h i l m n', settings()).terms).toHaveLength(10)
  })

  it('finds no typos or beginnings where the settings say so', () => {
    const { typoTolerance } = settings()
    expect(finds('pulzia', 'pulizia', { typoTolerance: { ...typoTolerance, enabled: false } })).toBe(false)
    expect(
      finds('pulzia', 'pulizia', { typoTolerance: { ...typoTolerance, disableOnAttributes: ['text'] } }),
    ).toBe(false)
    expect(
      finds('pulzia', 'pulizia', { typoTolerance: { ...typoTolerance, disableOnWords: ['pulzia'] } }),
    ).toBe(false)
    expect(finds('puli', 'pulizia', { prefixSearch: 'disabled' })).toBe(false)
  })
})
