import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedErrors, errorsBetween, errorsInBeginning, spellingsOf } from './spelling.ts'

const letters = 'abcdefghilmnopqrstuvz'
const letter = fc.constantFrom(...letters)
const word = fc.string({ unit: letter, minLength: 4, maxLength: 14 })

/** A word with one typing error at some place. */
const misspelt = fc
  .tuple(word, fc.nat(), letter, fc.constantFrom('missing', 'added', 'changed', 'swapped'))
  .map(([right, where, other, error]) => {
    const at = where % right.length
    const [before, after] = [right.slice(0, at), right.slice(at + 1)]
    const own = right.charAt(at)
    const wrong = {
      missing: before + after,
      added: before + other + own + after,
      changed: before + other + after,
      swapped: before + after.charAt(0) + own + after.slice(1),
    }[error]
    return { right, wrong }
  })

describe('a word with one typing error', () => {
  it('shares a spelling with the right one', () => {
    fc.assert(
      fc.property(misspelt, ({ right, wrong }) => {
        const filed = new Set(spellingsOf(right))
        expect(spellingsOf(wrong).some((spelling) => filed.has(spelling))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is at most one error away', () => {
    fc.assert(
      fc.property(misspelt, ({ right, wrong }) => {
        expect(errorsBetween(wrong, right)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the number of errors', () => {
  it('is nothing for the same word only, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(errorsBetween(one, other) === 0).toBe(one === other)
        expect(errorsBetween(one, other)).toBe(errorsBetween(other, one))
      }),
    )
  })

  it('in a beginning is never more than in the whole word, and nothing where the word begins so', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(errorsInBeginning(one, other)).toBeLessThanOrEqual(errorsBetween(one, other))
        expect(errorsInBeginning(one, one + other)).toBe(0)
      }),
    )
  })

  it('counts two neighbours changed over as one', () => {
    expect(errorsBetween('maagzzino', 'magazzino')).toBe(1)
    expect(errorsBetween('magaziniere', 'magazziniere')).toBe(1)
    expect(errorsBetween('gatto', 'cane')).toBe(4)
  })
})

it('files a word under few spellings, none of them empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 30 }), (any) => {
      expect(spellingsOf(any).length).toBeLessThanOrEqual(8)
      expect(spellingsOf(any)).not.toContain('')
    }),
  )
})

it('allows no error in numbers and short words, two in long ones', () => {
  expect(['bar', 'caffe', 'pulizie', 'saldatore', '10126', 'b2'].map(allowedErrors)).toEqual([
    0, 1, 1, 2, 0, 0,
  ])
})
