import { foldText } from '../taxonomy/fold-text.ts'

/** Shorter beginnings would fit hundreds of comuni. */
const SHORTEST = 3

/** The names that somebody who typed `typed` may have meant: they begin like it, or hold it. */
export function nameSuggestions(names: readonly string[], typed: string, limit = 5): string[] {
  const folded = foldText(typed)
  const start = folded.slice(0, Math.max(SHORTEST, folded.length - 2))
  if (start.length < SHORTEST) return []
  const rank = (name: string): number => {
    const candidate = foldText(name)
    if (candidate.startsWith(folded)) return 0
    if (candidate.includes(folded)) return 1
    return candidate.startsWith(start) ? 2 : 3
  }
  return names
    .map((name) => ({ name, rank: rank(name) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ name }) => name)
}
