import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishStem, italianStem } from './stem.ts'

describe('the Italian stem', () => {
  it.each([
    ['pulizia', 'pulizie'],
    ['cuoco', 'cuoca', 'cuochi', 'cuoche'],
    ['albergo', 'alberghi'],
    ['operaio', 'operaia', 'operai', 'operaie'],
    ['magazziniere', 'magazziniera', 'magazzinieri', 'magazziniere'],
    ['cameriere', 'camerieri', 'cameriera'],
    ['addetto', 'addetta', 'addetti', 'addette'],
    ['ufficio', 'uffici'],
    ['arancia', 'arance'],
    ['saldatore', 'saldatrice', 'saldatori', 'saldatrici'],
    ['dottore', 'dottori'],
    ['professore', 'professoressa', 'professoresse'],
    ['lavaggio', 'lavaggi'],
  ])('is one for %s and its forms', (...forms) => {
    expect(new Set(forms.map(italianStem)).size).toBe(1)
  })

  it.each([
    ['magazzino', 'magazziniere'],
    ['cuoco', 'cucina'],
    ['bar', 'barca'],
    ['saldatore', 'saldatura'],
    ['posto', 'posta1'],
  ])('tells %s from %s', (one, other) => {
    expect(italianStem(one)).not.toBe(italianStem(other))
  })

  it('leaves short words and numbers as they are', () => {
    expect(['bar', 'tre', 'b2', '10126', 'haccp'].map(italianStem)).toEqual([
      'bar',
      'tre',
      'b2',
      '10126',
      'haccp',
    ])
  })
})

describe('the English stem', () => {
  it.each([
    ['cleaner', 'cleaners'],
    ['dish', 'dishes'],
    ['company', 'companies'],
    ['box', 'boxes'],
  ])('is one for %s and %s', (one, many) => {
    expect(englishStem(many)).toBe(englishStem(one))
  })
})

const word = fc.stringMatching(/^[a-z0-9]{1,15}$/)

it('a stem is never empty and never longer than its word', () => {
  fc.assert(
    fc.property(word, (typed) => {
      for (const stem of [italianStem(typed), englishStem(typed)]) {
        expect(stem.length).toBeGreaterThan(0)
        expect(stem.length).toBeLessThanOrEqual(typed.length)
      }
    }),
  )
})
