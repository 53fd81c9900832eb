import { describe, expect, test } from 'vitest'
import { surnameIndex } from '#app/domain/candidates/surname-index.server.ts'
import { searchOf, searchPath } from '#app/routes/desk/candidates/candidate-search.server.ts'

const read = (path: string) => searchOf(new URL(path, 'http://localhost'))

describe('the address of a search', () => {
  test('holds no surname, and finds it again', () => {
    const path = searchPath('Osei Mensah')
    expect(decodeURIComponent(path).toLowerCase()).not.toMatch(/osei|mensah/)
    expect(read(path)).toEqual({ surnameIndex: surnameIndex('osei  mensah') })
  })

  test('holds a code as it is', () => {
    expect(searchPath('quercia 41')).toBe('/lavoro/persone?codice=QUERCIA-41')
    expect(read('/lavoro/persone?codice=QUERCIA-41')).toEqual({ codePrefix: 'QUERCIA-41' })
  })

  test('takes a plant’s name for a code and for a surname', () => {
    expect(read(searchPath('Olmo'))).toEqual({ codePrefix: 'OLMO', surnameIndex: surnameIndex('olmo') })
  })

  test('of nothing is the whole list', () => {
    expect(searchPath('')).toBe('/lavoro/persone')
    expect(read('/lavoro/persone')).toBeNull()
  })

  test.each(['?codice=%25', '?codice=Rossi', '?cognome=Rossi', '?cognome=%27'])(
    '%s searches nothing',
    (query) => {
      expect(read(`/lavoro/persone${query}`)).toBeNull()
    },
  )
})
