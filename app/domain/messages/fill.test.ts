import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fill, hasStrayBrace, paragraphsOf, unknownVariables } from './fill.ts'
import { variablesOf, wordedTemplates, type Variable } from './templates.ts'

const all: Variable[] = [
  ...(['azienda', 'opportunita', 'percorso', 'fine', 'consiglio'] as const),
  ...(['evento', 'quando', 'luogo', 'scopo'] as const),
]

describe('a text with variables', () => {
  test('is filled, spaces inside the braces or not', () => {
    expect(
      fill('Per «{opportunita}» di { azienda }', { opportunita: 'Cuoco', azienda: 'Trattoria Po' }),
    ).toBe('Per «Cuoco» di Trattoria Po')
  })

  test('names what it does not know, once', () => {
    expect(unknownVariables('{nome} {opportunita} {nome} {}', variablesOf.no_match)).toEqual(['nome', ''])
    expect(unknownVariables('{fine}', variablesOf.check_in)).toEqual(['fine'])
    expect(hasStrayBrace('{opportunita} e {azienda')).toBe(true)
    expect(hasStrayBrace('{opportunita}')).toBe(false)
  })

  test('never reads a value as a text of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.string(), (name, value) => {
        expect(fill(`a {${name}} b`, { [name]: value })).toBe(`a ${value} b`)
        expect(fill(`{${name}}`, { [name]: '{azienda}', azienda: 'X' })).toBe(
          name === 'azienda' ? 'X' : '{azienda}',
        )
      }),
    )
  })

  test('has paragraphs parted by empty lines', () => {
    expect(paragraphsOf('uno\nancora uno\r\n\r\n  due \n\n\n')).toEqual(['uno\nancora uno', 'due'])
  })

  test('may always name the company, and nothing of a person', () => {
    for (const template of wordedTemplates) expect(variablesOf[template]).toContain('azienda')
    expect(
      Object.values(variablesOf)
        .flat()
        .filter((name) => !all.includes(name)),
    ).toEqual([])
  })
})
