import { describe, expect, it } from 'vitest'
import { nameSuggestions } from './name-suggestions.ts'

const names = [
  'Alba',
  'Torino',
  'Torre Pellice',
  'Borgo San Dalmazzo',
  'San Dalmazzo Inferiore',
  'Torrazza Piemonte',
]

describe('what somebody may have meant', () => {
  it.each([
    ['torr', ['Torre Pellice', 'Torrazza Piemonte', 'Torino']],
    ['Torimo', ['Torino']],
    ['san dalmazzo', ['San Dalmazzo Inferiore', 'Borgo San Dalmazzo']],
    ['to', []],
    ['Parigi', []],
    ['', []],
  ])('%s → %j', (typed, found) => {
    expect(nameSuggestions(names, typed)).toEqual(found)
  })

  it('gives no more than were asked for', () => {
    expect(nameSuggestions(names, 'tor', 2)).toEqual(['Torino', 'Torre Pellice'])
  })
})
