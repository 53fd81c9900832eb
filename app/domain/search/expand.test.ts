import { describe, expect, it } from 'vitest'
import { expand, type KnownWord } from './expand.ts'

const known = (at: number, how: KnownWord['how'], ...words: string[]): KnownWord[] =>
  words.map((word) => ({ at, word, stem: word.replace(/[aeio]$/, ''), how }))
const wordsOf = (wanted: ReturnType<typeof expand>) =>
  wanted.map(({ words }) => words.map(({ word }) => word))

describe('a typed word is looked for as', () => {
  it('itself first, then its inflections, then what it begins', () => {
    const wanted = expand(
      ['pulizia'],
      [
        ...known(0, 'begins', 'puliziale'),
        ...known(0, 'stem', 'pulizie', 'pulizia'),
        ...known(0, 'same', 'pulizia'),
        ...known(0, 'alike', 'polizia'),
      ],
    )
    expect(wordsOf(wanted)).toEqual([['pulizia', 'pulizie', 'puliziale']])
    expect(wanted[0]?.corrected).toBe(false)
  })

  it('what it begins only when it is the last one, or no word', () => {
    const bar = [...known(0, 'same', 'bar'), ...known(0, 'begins', 'barista')]
    expect(wordsOf(expand(['bar', 'x'], bar))[0]).toEqual(['bar'])
    expect(wordsOf(expand(['bar'], bar))[0]).toEqual(['bar', 'barista'])
    expect(wordsOf(expand(['add', 'x'], known(0, 'begins', 'addetto')))[0]).toEqual(['addetto'])
  })

  it('words spelt alike where nothing else is known: the nearest and their inflections', () => {
    const alike = known(0, 'alike', 'magazziniere', 'magazziniera', 'magazine', 'magistrato')
    const [wanted] = expand(['magaziniere'], alike)
    expect(wanted?.words.map(({ word }) => word)).toEqual(['magazziniere', 'magazziniera'])
    expect(wanted?.corrected).toBe(true)
  })

  it('words that begin alike while it is being typed', () => {
    const alike = known(0, 'alike', 'magazziniere', 'magistrato')
    expect(wordsOf(expand(['magazin'], alike))).toEqual([['magazziniere']])
    expect(wordsOf(expand(['magazin', 'x'], alike))[0]).toEqual([])
  })

  it('words spelt alike beside known ones only when asked', () => {
    const both = [...known(0, 'same', 'casa'), ...known(0, 'alike', 'cassa')]
    expect(wordsOf(expand(['casa'], both))).toEqual([['casa']])
    expect(wordsOf(expand(['casa'], both, { eager: true }))).toEqual([['casa', 'cassa']])
  })
})
