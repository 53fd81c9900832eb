import type { CompanyId } from '../shared/ids.ts'

/** What the search box finds through its index. People are not among them: their codes are matched in candidates/. */
export const entryKinds = ['opening', 'company', 'story', 'profession', 'skill'] as const
export type EntryKind = (typeof entryKinds)[number]

/** How much a word counts by where it stands. */
export type Place = 'title' | 'fact' | 'body'

/** A piece of text that an entry is found by. */
export type IndexedText = { text: string; language: 'it' | 'en'; place: Place }

/** Whom a row of the index is for: everybody, anybody signed in, the network's people, the contacts of one company. */
export type Scope = 'everyone' | 'signed_in' | 'network' | `company:${string}`

/** Something that can be found, with all that its row and its words are derived from. */
export type Entry = {
  id: string
  kind: EntryKind
  /** The id of the opening, company or story; the code of the skill or profession. */
  ref: string
  /** Who may find it. No actor holds two scopes of one entry, so that nothing is found twice. */
  scopes: readonly Scope[]
  companyId: CompanyId | null
  title: string
  titleEn: string | null
  companyName: string | null
  placeCode: string | null
  /** The state of the opening or story. */
  state: string | null
  slug: string | null
  /** The day it is from; of two that fit alike the newer comes first. */
  day: string | null
  /** 1 for what is current, less for what is over. */
  currency: number
  texts: readonly IndexedText[]
  /** Of a label: what tells whether the taxonomy still says the same. */
  fingerprint: string | null
}
