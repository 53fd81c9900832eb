import { createHash } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { searchEntries } from '#db/schema/search.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Entry, IndexedText, Place } from './entry.ts'
import type { LabelToIndex } from './label.ts'

type Kind = LabelToIndex['kind']

/** An id of its own for a code, the same after every rebuild. */
function idOf(kind: Kind, code: string): string {
  const hex = createHash('sha256').update(`${kind} ${code}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** The entry of a skill or profession, for everybody who is signed in. */
export function labelEntry({ kind, code, it, en, alsoIt, alsoEn, fingerprint }: LabelToIndex): Entry {
  const texts: IndexedText[] = [
    { text: it ?? '', language: 'it', place: 'title' },
    { text: en ?? '', language: 'en', place: 'title' },
    ...alsoIt.map((text) => ({ text, language: 'it' as const, place: 'fact' as const })),
    ...alsoEn.map((text) => ({ text, language: 'en' as const, place: 'fact' as const })),
  ]
  return {
    ...{ id: idOf(kind, code), kind, ref: code, scopes: ['signed_in'], companyId: null },
    ...{ title: it ?? en ?? code, titleEn: en, companyName: null, placeCode: null, state: null, slug: null },
    ...{ day: null, currency: 1, texts, fingerprint },
  }
}

/** Ids of the entries of these codes. */
export const labelIds = (kind: Kind, codes: readonly string[]): string[] =>
  codes.map((code) => idOf(kind, code))

/** The labels of a code as texts of an entry that names it; none for a code that the index does not know. */
export type LabelsOf = (kind: Kind, code: string, place: Place) => IndexedText[]

/** Reads the labels of codes from the index itself, so that whoever names a code is found by the words that name it. */
export async function labelsOf(tx: Tx, codes: Record<Kind, readonly string[]>): Promise<LabelsOf> {
  const ids = new Set([...labelIds('skill', codes.skill), ...labelIds('profession', codes.profession)])
  const rows =
    ids.size === 0
      ? []
      : await tx
          .select()
          .from(searchEntries)
          .where(inArray(searchEntries.id, [...ids]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (kind, code, place) => {
    const row = byId.get(idOf(kind, code))
    if (!row) return []
    const it = { text: row.title, language: 'it' as const, place }
    return row.titleEn === null ? [it] : [it, { text: row.titleEn, language: 'en' as const, place }]
  }
}
