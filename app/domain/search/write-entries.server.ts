import { inArray, sql } from 'drizzle-orm'
import { searchEntries } from '#db/schema/search.ts'
import { forPurpose, type Tx } from '../shared/with-actor.server.ts'
import type { Entry, Scope } from './entry.ts'
import { hasVocabulary } from './scopes.ts'
import { spellingsOf } from './spelling.ts'
import { weighWords } from './weigh-words.ts'

/** Rows go as one JSON text a statement, whatever their number: a statement takes 65,535 parameters only. */
const ENTRIES_AT_ONCE = 300

type Posting = [scope: Scope, word: string, kind: Entry['kind'], entryId: string, weight: number]
type Word = [scope: string, word: string, stem: string]

const columnsOf = ({ companyId, titleEn, companyName, placeCode, ...entry }: Entry) => ({
  ...{ id: entry.id, kind: entry.kind, ref: entry.ref, scopes: entry.scopes, company_id: companyId },
  ...{ title: entry.title, title_en: titleEn, company_name: companyName, place_code: placeCode },
  ...{ state: entry.state, slug: entry.slug, day: entry.day, fingerprint: entry.fingerprint },
})

const rowsOf = (values: readonly (readonly unknown[])[]) =>
  sql`jsonb_array_elements(${JSON.stringify(values)}::jsonb) r`

const byKey = <Row>(rows: readonly Row[]): Row[] => {
  const distinct = new Map(rows.map((row) => [JSON.stringify(row), row]))
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/**
 * Adds to the vocabulary what it does not have, in one order: two commands that add the same words wait for each other, and
 * never both.
 */
async function addWords(tx: Tx, words: readonly Word[]): Promise<void> {
  const unknown = await tx.execute<{ scope: string; word: string; stem: string }>(sql`
    select r->>0 as scope, r->>1 as word, r->>2 as stem from ${rowsOf(byKey(words))}
    where not exists (
      select 1 from search_words w where w.scope = r->>0 and w.word = r->>1 and w.stem = r->>2)`)
  if (unknown.length === 0) return
  const rows = unknown.map(({ scope, word, stem }) => [scope, word, stem])
  const spellings = unknown.flatMap(({ scope, word }) =>
    spellingsOf(word).map((spelling) => [scope, spelling, word]),
  )
  await tx.execute(sql`insert into search_words (scope, word, stem)
    select r->>0, r->>1, r->>2 from ${rowsOf(rows)} on conflict do nothing`)
  await tx.execute(sql`insert into search_spellings (scope, spelling, word)
    select r->>0, r->>1, r->>2 from ${rowsOf(byKey(spellings))} on conflict do nothing`)
}

async function write(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const words: Word[] = []
  const postings = entries.flatMap((entry) =>
    weighWords(entry).flatMap(({ word, stems, weight }) =>
      entry.scopes.map((scope): Posting => {
        if (hasVocabulary(scope)) words.push(...stems.map((stem): Word => [scope, word, stem]))
        return [scope, word, entry.kind, entry.id, weight]
      }),
    ),
  )
  await tx.execute(sql`insert into search_entries
    select * from jsonb_populate_recordset(null::search_entries, ${JSON.stringify(entries.map(columnsOf))}::jsonb)`)
  await tx.execute(sql`insert into search_postings (scope, word, kind, entry_id, weight)
    select r->>0, r->>1, r->>2, (r->>3)::uuid, (r->>4)::real from ${rowsOf(postings)}`)
  await addWords(tx, words)
}

/** Takes entries out of the index, with all their words. Words that nobody has any more stay until a rebuild. */
export async function removeEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await forPurpose(tx, 'indexing', () => tx.delete(searchEntries).where(inArray(searchEntries.id, [...ids])))
}

/** Writes entries anew, in the transaction of whoever changed what they are derived from. */
export async function writeEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += ENTRIES_AT_ONCE) {
    const some = entries.slice(at, at + ENTRIES_AT_ONCE)
    await removeEntries(
      tx,
      some.map(({ id }) => id),
    )
    await forPurpose(tx, 'indexing', () => write(tx, some))
  }
}
