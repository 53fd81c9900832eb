import type { EntryKind } from './entry.ts'

/** What is asked of the search box. */
export type SearchQuery = {
  /** As typed: anything. */
  text: string
  /** Only these kinds; all of them unless told otherwise. */
  kinds?: readonly EntryKind[]
}

/** Of each kind separately: how many are shown, and after how many. */
export type SearchPage = { limit: number; offset?: number }

/** Something that was found, with what is shown of it. */
export type SearchHit = {
  kind: EntryKind
  /** The id of the opening, company or story; the code of the skill or profession. */
  ref: string
  companyId: string | null
  title: string
  /** The English label of a skill or profession. */
  titleEn: string | null
  companyName: string | null
  placeCode: string | null
  state: string | null
  slug: string | null
}

/** A typed word that nobody knows, and the known one it was taken for. */
export type Correction = { typed: string; meant: string }

export type SearchResult = {
  /** Kinds with hits only, best first within a kind; the kind with the best hit first. */
  groups: { kind: EntryKind; total: number; hits: SearchHit[] }[]
  total: number
  /** Words that the hits were found by, to be marked in what is shown. */
  words: string[]
  corrections: Correction[]
  /** Nothing has all the typed words; these have some of them. */
  partial: boolean
}

export const NOTHING_FOUND: SearchResult = {
  groups: [],
  total: 0,
  words: [],
  corrections: [],
  partial: false,
}
