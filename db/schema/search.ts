import { customType, date, index, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { id } from './columns.ts'

/** Text compared byte by byte, so that a beginning is a range of the index. */
const plainText = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })

/**
 * What the search box finds: one row for each opening, company, story, skill and profession, derived from them in the
 * transaction that writes them. No person is among them.
 */
export const searchEntries = pgTable('search_entries', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<'opening' | 'company' | 'story' | 'profession' | 'skill'>().notNull(),
  /** The id of the opening, company or story; the code of the skill or profession. */
  ref: text('ref').notNull(),
  /** Who may find it: `everyone`, `signed_in`, `network`, `company:<id>`. */
  scopes: text('scopes').array().notNull(),
  companyId: id<CompanyId>('company_id'),
  title: text('title').notNull(),
  titleEn: text('title_en'),
  companyName: text('company_name'),
  placeCode: text('place_code'),
  state: text('state'),
  slug: text('slug'),
  day: date('day', { mode: 'string' }),
  /** Of a skill or profession: changes with any of its names. */
  fingerprint: text('fingerprint'),
})

/** In which entries a word stands, once for each scope. Read from the index alone. */
export const searchPostings = pgTable(
  'search_postings',
  {
    scope: plainText('scope').notNull(),
    word: plainText('word').notNull(),
    kind: text('kind').$type<(typeof searchEntries.$inferSelect)['kind']>().notNull(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => searchEntries.id, { onDelete: 'cascade' }),
    weight: real('weight').notNull(),
  },
  (t) => [
    index('search_postings_word').on(t.scope, t.word, t.kind, t.entryId, t.weight),
    index('search_postings_entry').on(t.entryId),
  ],
)

/**
 * The distinct words of a scope, each with the part that inflection leaves alone. A company's own scope has none here: its few
 * words are read where they stand.
 */
export const searchWords = pgTable(
  'search_words',
  {
    scope: plainText('scope').notNull(),
    word: plainText('word').notNull(),
    stem: plainText('stem').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.word, t.stem] }), index('search_words_stem').on(t.scope, t.stem)],
)

/** The beginnings of the words, whole and with one letter left out: where a word with a typing error meets the right one. */
export const searchSpellings = pgTable(
  'search_spellings',
  {
    scope: plainText('scope').notNull(),
    spelling: plainText('spelling').notNull(),
    word: plainText('word').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.spelling, t.word] })],
)
