import { m } from '#app/locales/generated/messages.js'
import type { IconName } from '#app/ui/icon-paths.ts'
import type { FoundKind, SearchView } from '#app/ui/search/search-view.ts'

export const kindTitles: Record<FoundKind, () => string> = {
  opportunita: m.search_kind_openings,
  aziende: m.search_kind_companies,
  persone: m.search_kind_people,
  storie: m.search_kind_stories,
  professioni: m.search_kind_professions,
  competenze: m.search_kind_skills,
}

export const kindIcons: Record<FoundKind, IconName> = {
  opportunita: 'briefcase',
  aziende: 'building',
  persone: 'people',
  storie: 'book',
  professioni: 'handshake',
  competenze: 'star',
}

/** How many things were found, as it is read out. */
export const countOf = (total: number): string =>
  total === 0 ? m.search_none() : total === 1 ? m.search_one() : m.search_many({ total })

/** The address of a search's page, all kinds or one. */
export function searchAddress(text: string, kind?: FoundKind): string {
  const params = new URLSearchParams({ q: text, ...(kind ? { tipo: kind } : {}) })
  return `/cerca?${params.toString()}`
}

/** What was looked for in the place of an unknown word. */
export const correctionsIn = ({ corrections }: SearchView): string | null =>
  corrections.length > 0
    ? m.search_corrected({ words: corrections.map(({ meant }) => `«${meant}»`).join(', ') })
    : null
