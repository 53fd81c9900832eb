import { describe, expect, test } from 'vitest'
import { codeOf, codePrefix, plants } from './candidate-code.ts'

describe('the code of a person', () => {
  test('is a plant and a number', () => {
    expect(codeOf('QUERCIA', 417)).toBe('QUERCIA-417')
  })

  test('plants are told apart, plain capitals, and never the beginning of one another', () => {
    expect(new Set(plants).size).toBe(plants.length)
    expect(plants.filter((plant) => !/^[A-Z]+$/.test(plant))).toEqual([])
  })

  test.each([
    ['QUERCIA-417', 'QUERCIA-417'],
    ['quercia 417', 'QUERCIA-417'],
    ['Quercia4', 'QUERCIA-4'],
    [' olmo ', 'OLMO'],
  ])('%s begins %s', (typed, prefix) => {
    expect(codePrefix(typed)).toBe(prefix)
  })

  test.each(['Rossi', 'Osei Mensah', 'QUERCIA-4170', '417', '', '%'])('%s is none', (typed) => {
    expect(codePrefix(typed)).toBeNull()
  })
})
