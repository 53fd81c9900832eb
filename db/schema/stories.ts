import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CompanyId, EventId, OrganisationId, StoryId, UserId } from '#app/domain/shared/ids.ts'
import { companies } from './companies.ts'
import { id, instant } from './columns.ts'
import { events } from './events.ts'

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
    scope: text('scope').$type<'events' | 'web' | 'both' | 'everywhere'>().notNull(),
    throughUserId: id<UserId>('through_user_id').notNull(),
    throughOrgId: id<OrganisationId>('through_org_id').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
    /** When it took its yes back. */
    withdrawnAt: instant('withdrawn_at'),
    /** Until when its yes holds; null where it said none. */
    validUntil: instant('valid_until'),
    /** The contacts in which it was heard by voice: what was said stands in their words. */
    answeredIn: id<string>('answered_in'),
    withdrawnIn: id<string>('withdrawn_in'),
  },
  (t) => [index('testimonials_company').on(t.companyId)],
)

/** Each time that the network used the voice of a company: where, when and what was said. */
export const testimonialUses = pgTable(
  'testimonial_uses',
  {
    id: id<string>('id').primaryKey(),
    testimonialId: id<string>('testimonial_id')
      .notNull()
      .references(() => testimonials.id),
    kind: text('kind').$type<'event' | 'site' | 'pitch' | 'press'>().notNull(),
    /** The event of the network at which it spoke, where it was one. */
    eventId: id<EventId>('event_id').references(() => events.id),
    usedAt: instant('used_at').notNull(),
    said: text('said').notNull(),
    orgId: id<OrganisationId>('org_id').notNull(),
    loggedBy: id<UserId>('logged_by').notNull(),
    loggedAt: instant('logged_at').notNull(),
    /** Noted by mistake: it counts no more, and stays to be read. */
    takenBackAt: instant('taken_back_at'),
    takenBackBy: id<UserId>('taken_back_by'),
  },
  (t) => [index('testimonial_uses_testimonial').on(t.testimonialId, t.usedAt)],
)
