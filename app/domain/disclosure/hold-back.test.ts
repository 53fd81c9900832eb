import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardAttribute } from './card-attributes.ts'
import { fullCard, isKnownAttribute } from './card-attributes.ts'
import { chooseCard, fallBacks, heldBack, MINIMUM_K, union } from './hold-back.ts'

const full = fullCard(
  {
    professionCode: 'isco-9412-kitchen-helper',
    skills: { 'sk-dish-washing': 2 },
    licences: ['B'],
    italianSpoken: 3,
    slots: ['morning', 'afternoon'],
    province: 'TO',
  },
  { skills: [], licences: [] },
)
const names = (card: readonly CardAttribute[]) => card.map(({ attribute }) => attribute)
const wide = { people: 100, organisations: 12 }

describe('what falls off a card', () => {
  it('falls in the fixed order: area, licence, Italian, slots, then profession becomes its group', () => {
    expect(fallBacks(full).map(names)).toEqual([
      ['profession', 'italian', 'slot', 'slot', 'licence', 'area'],
      ['profession', 'italian', 'slot', 'slot', 'licence'],
      ['profession', 'italian', 'slot', 'slot'],
      ['profession', 'slot', 'slot'],
      ['profession'],
      ['profession_group'],
    ])
    expect(fallBacks(full).at(-1)).toEqual([{ attribute: 'profession_group', value: '94' }])
  })

  it('only ever says codes of the closed vocabulary', () => {
    for (const card of fallBacks(full)) expect(card.every(isKnownAttribute)).toBe(true)
    expect(isKnownAttribute({ attribute: 'area', value: 'Moncalieri' })).toBe(false)
    expect(isKnownAttribute({ attribute: 'profession', value: 'Nigeria' })).toBe(false)
    expect(isKnownAttribute({ attribute: 'skill', value: 'madre single' })).toBe(false)
  })

  it('chooses the fullest card that enough people fit, and none below that', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 6 }), (counts) => {
        const choice = chooseCard(full, counts, wide)
        const first = counts.findIndex((k) => k >= MINIMUM_K)
        expect(choice.sendable).toBe(first >= 0)
        if (!choice.sendable) return
        expect(choice.k).toBeGreaterThanOrEqual(MINIMUM_K)
        expect(choice.card).toEqual(fallBacks(full)[first])
        expect(heldBack(full, choice.card)).toEqual(choice.heldBack)
      }),
    )
  })

  it('sends nothing from a pool of fewer than 20 people or of one organisation, whatever k', () => {
    const plenty = [50, 50, 50, 50, 50, 50]
    expect(chooseCard(full, plenty, { people: 19, organisations: 5 }).sendable).toBe(false)
    expect(chooseCard(full, plenty, { people: 50, organisations: 1 }).sendable).toBe(false)
    expect(chooseCard(full, plenty, { people: 20, organisations: 2 }).sendable).toBe(true)
  })

  it('joins what was shown before with the new card, each thing once', () => {
    expect(union(full, full)).toHaveLength(full.length)
    expect(union([{ attribute: 'area', value: 'south' }], full)).toHaveLength(full.length + 1)
  })
})
