import { allowedErrors, errorsBetween, errorsInBeginning } from './spelling.ts'

/** A word of the index that may be meant by the typed word at position `at`, and why it was looked up. */
export type KnownWord = { at: number; word: string; stem: string; how: 'same' | 'stem' | 'begins' | 'alike' }

/** What a typed word is looked for as: words of the index, each with how well it answers, 0 to 1. */
export type WantedWord = {
  typed: string
  words: { word: string; fit: number }[]
  /** The typed word is unknown: it is looked for as others spelt much like it. */
  corrected: boolean
}

type Alike = { word: string; stem: string; errors: number; fit: number }

const MOST_ALIKE = 20

/** Of words spelt alike only the nearest count, and those that differ from these by inflection. */
function nearest(alike: readonly Alike[]): Alike[] {
  const fewest = Math.min(...alike.map(({ errors }) => errors))
  const stems = new Set(alike.filter(({ errors }) => errors === fewest).map(({ stem }) => stem))
  return alike
    .filter(({ errors, stem }) => errors === fewest || stems.has(stem))
    .sort((a, b) => b.fit - a.fit || a.word.localeCompare(b.word))
    .slice(0, MOST_ALIKE)
}

function spelltAlike(typed: string, known: readonly KnownWord[], unfinished: boolean): Alike[] {
  const allowed = allowedErrors(typed)
  const whole = known.flatMap(({ word, stem }) => {
    const errors = errorsBetween(typed, word)
    return errors <= allowed ? [{ word, stem, errors, fit: 0.7 - 0.15 * errors }] : []
  })
  if (whole.length > 0 || !unfinished || typed.length < 5) return nearest(whole)
  return nearest(
    known.flatMap(({ word, stem }) => {
      const errors = errorsInBeginning(typed, word)
      return errors <= 1 ? [{ word, stem, errors, fit: (0.4 * typed.length) / word.length }] : []
    }),
  )
}

/**
 * Decides what each typed word is looked for as: itself and its inflections; the words it begins, for the last one,
 * which may be unfinished, and for one that is no word (`add pulizie`); words spelt alike, only where nothing else is
 * known, or `eager` where that led to nothing.
 */
export function expand(
  typed: readonly string[],
  known: readonly KnownWord[],
  { eager = false } = {},
): WantedWord[] {
  return typed.map((word, at) => {
    const mine = known.filter((one) => one.at === at)
    const fits = new Map<string, number>()
    const add = (found: string, fit: number) => fits.set(found, Math.max(fit, fits.get(found) ?? 0))
    for (const one of mine) {
      if (one.how === 'same') add(one.word, 1)
      if (one.how === 'stem') add(one.word, 0.9)
    }
    const last = at === typed.length - 1
    if (last || fits.size === 0) {
      for (const one of mine) {
        if (one.how === 'begins') add(one.word, 0.3 + (0.5 * word.length) / one.word.length)
      }
    }
    const corrected = fits.size === 0
    if (corrected || eager) {
      const alike = mine.filter(({ how }) => how === 'alike')
      for (const one of spelltAlike(word, alike, last)) add(one.word, one.fit)
    }
    const words = [...fits].map(([found, fit]) => ({ word: found, fit })).sort((a, b) => b.fit - a.fit)
    return { typed: word, words, corrected: corrected && words.length > 0 }
  })
}
