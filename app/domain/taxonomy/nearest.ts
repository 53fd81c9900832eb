import { foldText } from './fold-text.ts'
import type { LabelLocale, Labels } from './labels.ts'

/** How near a label is to what was typed: 0 it begins so, 1 a word of it begins so, 2 it holds every word typed. */
export type Near = { code: string; label: string; rank: number }

const FAR = 3

function rankOf(folded: string, wanted: string): number {
  if (folded.startsWith(wanted)) return 0
  if (` ${folded}`.includes(` ${wanted}`)) return 1
  return wanted.split(' ').every((word) => folded.includes(word)) ? 2 : FAR
}

/** The nearest first, then by the alphabet. */
export const byNearness =
  (locale: LabelLocale) =>
  (a: Near, b: Near): number =>
    a.rank - b.rank || a.label.localeCompare(b.label, locale)

/** Entries of a list in the code whose label in `locale` matches what was typed. An empty query finds nothing. */
export function nearest(
  list: readonly (Labels & { code: string })[],
  query: string,
  locale: LabelLocale,
): Near[] {
  const wanted = foldText(query)
  if (wanted === '') return []
  return list
    .map((entry) => ({
      code: entry.code,
      label: entry[locale],
      rank: rankOf(foldText(entry[locale]), wanted),
    }))
    .filter(({ rank }) => rank < FAR)
    .sort(byNearness(locale))
}
