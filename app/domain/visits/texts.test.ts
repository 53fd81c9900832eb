import { describe, expect, it } from 'vitest'
import { slots } from '../matching/slots.ts'
import { areas } from '../places/areas.ts'
import { fillText } from './fill-text.ts'
import { preferredLanguage, visitLanguages } from './languages.ts'
import { visitTexts, type TextKey } from './texts.ts'

const keys = Object.keys(visitTexts.it) as TextKey[]
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

/** Nothing on these pages may tell whoever looks over her shoulder why she is with us. */
const TELLING =
  /\b(tratta|vittim|rifugiat|asilo|soggiorno|traffick|victim|refugee|asylum|traite|réfugi|asile|trata|víctima|refugiad)|اتجار|ضحي|لاجئ|لجوء/i

describe.each(visitLanguages)('the texts of her own pages in %s', (language) => {
  const texts = visitTexts[language]

  it('are all there, none empty, and no others', () => {
    expect(Object.keys(texts)).toEqual(keys)
    expect(keys.filter((key) => texts[key].trim() === '')).toEqual([])
  })

  it('have the places of the Italian ones', () => {
    for (const key of keys) expect([key, placesOf(texts[key])]).toEqual([key, placesOf(visitTexts.it[key])])
  })

  it('are translated', () => {
    const others = visitLanguages.filter((other) => other !== language)
    const same = keys.filter((key) => others.some((other) => visitTexts[other][key] === texts[key]))
    expect(same).toEqual([])
  })

  it('say nothing of why somebody is with us', () => {
    expect(keys.filter((key) => TELLING.test(texts[key]))).toEqual([])
  })

  it('have a word for everything of the closed vocabulary', () => {
    const wanted = [...slots.map((slot) => `slot_${slot}`), ...areas.map((area) => `area_${area}`)]
    for (const key of [...wanted, 'italian_basic', 'italian_independent', 'level_1', 'level_2', 'level_3'])
      expect(texts).toHaveProperty(key)
  })
})

it('Arabic is written in its own letters', () => {
  const latin = keys.filter((key) => !/\p{Script=Arabic}/u.test(visitTexts.ar[key]))
  expect(latin).toEqual([])
})

it('a text is filled in, and a place without a value stays', () => {
  expect(fillText('{a} e {b}', { a: 1 })).toBe('1 e {b}')
})

it('the browser’s own order of languages decides, Italian where we have none of them', () => {
  expect(preferredLanguage('fr-CM,fr;q=0.9,en;q=0.8')).toBe('fr')
  expect(preferredLanguage('ti,ar;q=0.9')).toBe('ar')
  expect(preferredLanguage('de')).toBe('it')
  expect(preferredLanguage(null)).toBe('it')
})
