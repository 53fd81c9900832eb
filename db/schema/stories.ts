import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CompanyId, OrganisationId, StoryId, UserId } from '#app/domain/shared/ids.ts'
import { companies } from './companies.ts'
import { id, instant } from './columns.ts'

/** A success story in aziendalese: time, cost, risk, retention. It speaks of the company, never of a person. */
export const stories = pgTable(
  'stories',
  {
    id: id<StoryId>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    state: text('state')
      .$type<'draft' | 'awaiting_company' | 'submitted' | 'published' | 'withdrawn'>()
      .notNull()
      .default('draft'),
    slug: text('slug'),
    /** What the public page says of the company, as it was when the story was written. */
    companyName: text('company_name').notNull(),
    sector: text('sector').notNull(),
    sizeBand: text('size_band').notNull(),
    placeCode: text('place_code').notNull(),
    title: text('title').notNull(),
    need: text('need').notNull(),
    solution: text('solution').notNull(),
    result: text('result').notNull(),
    quote: text('quote').notNull().default(''),
    daysToFill: integer('days_to_fill'),
    monthsRetained: integer('months_retained'),
    writtenBy: id<UserId>('written_by').notNull(),
    reviewNote: text('review_note').notNull().default(''),
    publishedBy: id<UserId>('published_by'),
    publishedAt: instant('published_at'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('stories_slug').on(t.slug), index('stories_company').on(t.companyId)],
)

/** A company that agreed to speak for the network: since when and through whom. */
export const testimonials = pgTable(
  'testimonials',
  {
    id: id<string>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    state: text('state').$type<'asked' | 'accepted' | 'declined' | 'withdrawn'>().notNull(),
    scope: text('scope').$type<'events' | 'web' | 'both'>().notNull(),
    throughUserId: id<UserId>('through_user_id').notNull(),
    throughOrgId: id<OrganisationId>('through_org_id').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [index('testimonials_company').on(t.companyId)],
)
