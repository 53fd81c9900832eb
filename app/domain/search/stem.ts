/** Shorter beginnings would throw unlike words together. */
const SHORTEST = 3

/** Endings of women and men at work, and of what they do: `saldatrice` is the same work as `saldatore`. */
function oneGender(stem: string): string {
  if (/.{3}tric$/.test(stem)) return stem.replace(/tric$/, 'tor')
  return stem.length > 7 ? stem.replace(/ess$/, '') : stem
}

/**
 * The part of a folded Italian word that gender and number leave alone: `pulizia` and `pulizie`, `cuoco` and `cuochi`,
 * `saldatore` and `saldatrici` have one each. Only inflection: `magazzino` and `magazziniere` stay two words, which the
 * Italian dictionary of PostgreSQL makes one, and `cameriere` and `camerieri` one, which it makes two.
 */
export function italianStem(word: string): string {
  if (/\d/.test(word) || word.length <= SHORTEST) return word
  let stem = word.replace(/[aeiou]$/, '')
  if (stem === word) return word
  if (stem.length > SHORTEST) stem = stem.replace(/i$/, '')
  return oneGender(stem.replace(/([cg])h$/, '$1'))
}

/** The part of a folded English word that number leaves alone. */
export function englishStem(word: string): string {
  if (/\d/.test(word) || word.length <= SHORTEST) return word
  if (/(ss|us|is)$/.test(word)) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|s)es$/, '$1')
    .replace(/s$/, '')
}

export const stemOf = { it: italianStem, en: englishStem } as const
