import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { CandidateId, CompanyId, OrganisationId, StoryId, UserId } from '#app/domain/shared/ids.ts'
import { candidates } from './candidates.ts'
import { companies } from './companies.ts'
import { bytes, id, instant } from './columns.ts'
import { stories } from './stories.ts'

/** A person's curriculum, one a person, sealed with her own key: it goes when the key goes, and with her row. */
export const candidateFiles = pgTable(
  'candidate_files',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    /** A new one with each file: a sealed content opens in its own row alone. */
    id: id<string>('id').notNull(),
    type: text('type').$type<'pdf' | 'jpeg'>().notNull(),
    content: bytes('content').notNull(),
    size: integer('size').notNull(),
    addedBy: id<UserId>('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.candidateId] }),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** Extracts of the companies' register, which anybody may ask for there: what two coordinators decide on. */
export const companyFiles = pgTable(
  'company_files',
  {
    id: id<string>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    type: text('type').$type<'pdf' | 'jpeg'>().notNull(),
    content: bytes('content').notNull(),
    size: integer('size').notNull(),
    addedBy: id<UserId>('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [index('company_files_company').on(t.companyId, t.addedAt)],
)

/** The photograph of a story, one a story: of the company's place or work, never of a person whom we accompany. */
export const storyPhotos = pgTable('story_photos', {
  storyId: id<StoryId>('story_id')
    .primaryKey()
    .references(() => stories.id, { onDelete: 'cascade' }),
  /** What is to be seen, for who does not see it. */
  alt: text('alt').notNull(),
  content: bytes('content').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  size: integer('size').notNull(),
  addedBy: id<UserId>('added_by').notNull(),
  addedAt: instant('added_at').notNull(),
})
