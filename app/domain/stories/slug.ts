import { foldText } from '../taxonomy/fold-text.ts'

const LONGEST = 70

/** A title as the end of an address: `Cucina al completo in 12 giorni` → `cucina-al-completo-in-12-giorni`. */
export function slugOf(title: string): string {
  const words = foldText(title).split(' ').filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > LONGEST) break
    slug = longer
  }
  return slug || 'storia'
}

/** The first of `slug`, `slug-2`, `slug-3`, … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
