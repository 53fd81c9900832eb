import { describe, expect, test } from 'vitest'
import type { CardAttribute } from '../disclosure/card-attributes.ts'
import { changedSince, seenCard } from './seen-card.ts'

const morning: CardAttribute = { attribute: 'slot', value: 'morning' }
const evening: CardAttribute = { attribute: 'slot', value: 'evening' }
const south: CardAttribute = { attribute: 'area', value: 'south' }

describe('what a form has seen of a card', () => {
  test('is the same in whatever order the card comes', () => {
    expect(seenCard([morning, south], 'a')).toBe(seenCard([south, morning], 'a'))
    expect(changedSince(seenCard([morning, south], 'a'), seenCard([south, morning], 'a'))).toEqual([])
  })

  test('tells what came, what went and what changed, by its name', () => {
    const before = seenCard([morning, south], 'a')
    expect(changedSince(before, seenCard([morning], 'b'))).toEqual(['area'])
    expect(changedSince(before, seenCard([evening, south], 'b'))).toEqual(['slot'])
    expect(changedSince(seenCard([morning], 'a'), before)).toEqual(['area'])
  })

  test('tells of other words around the same card', () => {
    expect(changedSince(seenCard([south], 'a'), seenCard([south], 'b'))).toEqual(['words'])
  })

  test('counts for nothing when it was altered', () => {
    for (const altered of ['', '{}', '[]', 'null', '{"card":1,"words":"a"}'])
      expect(changedSince(altered, seenCard([], 'a'))).toContain('words')
  })
})
