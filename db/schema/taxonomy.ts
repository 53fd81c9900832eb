import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'

export type TaxonomyOrigin = 'curated' | 'esco'
export type TaxonomyLinkKind = 'essential' | 'optional' | 'broader_skill' | 'broader_profession'

/** What an entry of either list has. `code` is ours for curated entries, the UUID of the ESCO URI for imported ones. */
const entry = () => ({
  code: text('code').primaryKey(),
  origin: text('origin').$type<TaxonomyOrigin>().notNull(),
  /** Null for a curated entry that equals none of ESCO's, and for one of ESCO's that a curated entry has taken over. */
  escoUri: text('esco_uri'),
  labelIt: text('label_it'),
  labelEn: text('label_en'),
  altIt: text('alt_it').array().notNull().default([]),
  altEn: text('alt_en').array().notNull().default([]),
  /** Preferred and alternative labels as a search compares them: ` word word | word `. */
  foldedIt: text('folded_it').notNull().default(''),
  foldedEn: text('folded_en').notNull().default(''),
  /** Since when it is offered no more; whoever uses it keeps it, with its label. */
  retiredAt: instant('retired_at'),
})

export const taxonomySkills = pgTable(
  'taxonomy_skills',
  { ...entry(), groupCode: text('group_code') },
  (t) => [uniqueIndex('taxonomy_skills_esco').on(t.escoUri)],
)

export const taxonomyProfessions = pgTable(
  'taxonomy_professions',
  {
    ...entry(),
    /** ISCO-08 unit group, four digits. */
    isco: text('isco').notNull(),
    sector: text('sector'),
  },
  (t) => [
    uniqueIndex('taxonomy_professions_esco').on(t.escoUri),
    index('taxonomy_professions_isco').on(t.isco),
  ],
)

/**
 * From a profession to the skills it needs, and from a concept to the broader one. A broader one may be a group of
 * ESCO or ISCO-08, which is in no list of ours: `group:S1.2.3`, `group:C9412`.
 */
export const taxonomyLinks = pgTable(
  'taxonomy_links',
  {
    fromCode: text('from_code').notNull(),
    kind: text('kind').$type<TaxonomyLinkKind>().notNull(),
    toCode: text('to_code').notNull(),
    origin: text('origin').$type<TaxonomyOrigin>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fromCode, t.kind, t.toCode] })],
)

/** One row: another version means that what a process remembers of the taxonomy is old. */
export const taxonomyState = pgTable('taxonomy_state', {
  name: text('name').$type<'vocabulary'>().primaryKey(),
  version: id<string>('version').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** Imports: the one under way with how far each file has come, and those that ended with what they changed. */
export const taxonomyImports = pgTable('taxonomy_imports', {
  id: id<string>('id').primaryKey(),
  /** Of the files' names and contents: the same files go on where they stopped, others begin anew. */
  fingerprint: text('fingerprint').notNull(),
  state: text('state').$type<'staging' | 'done'>().notNull(),
  /** File → rows that are staged. */
  progress: jsonb('progress').$type<Record<string, number>>().notNull().default({}),
  report: jsonb('report').$type<Record<string, unknown>>(),
  startedAt: instant('started_at').notNull(),
  endedAt: instant('ended_at'),
})

/** Concepts read from files and not yet shown to anybody: one row for each language. */
export const taxonomyStagedConcepts = pgTable(
  'taxonomy_staged_concepts',
  {
    pillar: text('pillar').$type<'skill' | 'occupation'>().notNull(),
    locale: text('locale').$type<'it' | 'en'>().notNull(),
    code: text('code').notNull(),
    uri: text('uri').notNull(),
    label: text('label').notNull(),
    alt: text('alt').array().notNull(),
    folded: text('folded').notNull(),
    isco: text('isco'),
    file: text('file').notNull(),
    line: integer('line').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pillar, t.locale, t.code] })],
)

/** Relations read from files and not yet shown to anybody. */
export const taxonomyStagedLinks = pgTable(
  'taxonomy_staged_links',
  {
    fromCode: text('from_code').notNull(),
    kind: text('kind').$type<TaxonomyLinkKind>().notNull(),
    toCode: text('to_code').notNull(),
    file: text('file').notNull(),
    line: integer('line').notNull(),
  },
  (t) => [primaryKey({ columns: [t.fromCode, t.kind, t.toCode] })],
)
